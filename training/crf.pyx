# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Feature numbers and labels of token sequences in; learned weights out.

A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over hashed features
(Weinberger and others, ICML 2009), learned by stochastic gradient ascent on the conditional likelihood
with a Gaussian prior, in steps that shrink (Bottou, COMPSTAT 2010), averaged over the last passes. Without
transitions it is a multinomial logistic regression of each token by itself.
"""

import numpy as np
from libc.math cimport exp, log
from libc.stdlib cimport free, malloc


cdef int TURNS = 4  # after which what pairs say of each label hardly changes


cdef extern from *:
    """
    #define LANES 8
    static inline void add_row(float *restrict sum, const float *restrict row) {
        for (int k = 0; k < LANES; k++) sum[k] += row[k];
    }
    static inline void take_from_row(float *restrict row, const float *restrict step) {
        for (int k = 0; k < LANES; k++) row[k] -= step[k];
    }
    """
    int LANES  # floats that are summed at once, in two steps of the processor: rows of weights are filled up to these
    void add_row(float *sum, const float *row) nogil
    void take_from_row(float *row, const float *step) nogil
    void __builtin_prefetch(const void *place) nogil


cdef void fit_pairs(double *pairs, const double *likely, const unsigned char *first, const unsigned char *second, int labels) noexcept nogil:
    """Fill in how probable each pair of neighbours' labels is, from that of each label and of the pairs elsewhere."""
    cdef int turn, j, k, here = 0, there = 0
    cdef double total
    for j in range(labels):
        here += first[j]
        there += second[j]
    for j in range(labels * labels):
        pairs[j] = likely[j]
    for turn in range(TURNS):
        for j in range(labels):
            total = 0
            for k in range(labels):
                total += pairs[j * labels + k]
            total = first[j] / (here * total) if total > 0 else 0
            for k in range(labels):
                pairs[j * labels + k] *= total
        for k in range(labels):
            total = 0
            for j in range(labels):
                total += pairs[j * labels + k]
            total = second[k] / (there * total) if total > 0 else 0
            for j in range(labels):
                pairs[j * labels + k] *= total


cdef class Learner:
    """Weights being learned: ``rows`` x ``width`` for features and ``width`` x ``width`` for transitions."""

    cdef object padded, padded_sums
    cdef public object transitions, transition_sums
    cdef public int width, filled, bits, chained, averaged
    cdef public double rate, drop, prior, scale, steps
    cdef unsigned int seed

    def __init__(self, int width, int bits=22, bint chained=True, double rate=0.1, double drop=0.0, double prior=1.0, unsigned int seed=1):
        self.width, self.bits, self.chained, self.rate, self.drop, self.prior, self.seed = width, bits, chained, rate, drop, prior, seed
        rows = 1 << bits
        self.filled = (width + LANES - 1) // LANES * LANES
        self.padded = np.zeros((rows, self.filled), np.float32)
        self.padded_sums = np.zeros((rows, self.filled), np.float32)
        self.transitions = np.zeros((width, width), np.float32)
        self.transition_sums = np.zeros((width, width), np.float32)
        self.averaged = 0
        self.scale, self.steps = 1.0, 0.0

    @property
    def weights(self):
        """The weights of features as they stand, which may be set."""
        return self.padded[:, : self.width]

    def learn(self, unsigned int[::1] features, int stride, int[::1] offsets, signed char[::1] labels, int[::1] order, float[::1] importance=None, unsigned char[:, ::1] taught=None, int[::1] lessons=None):
        """One pass over the sequences named by ``order``; the mean log-likelihood a token.

        Sequence ``s`` has the tokens ``offsets[s]`` to ``offsets[s + 1]``. A label below zero is unknown
        and not learned from (only without transitions). ``importance`` weighs each sequence. The tokens of a sequence
        whose entry in ``lessons`` is 0 or more are learned from probabilities of labels instead, in steps of 1/255, in
        the rows of ``taught`` from that entry on. Of their pairs of neighbours nothing is taught: what is likeliest by the
        transitions as they stand, of all that agrees with what is taught of each (iterative proportional fitting; Deming
        and Stephan, 1940). Without it transitions that annotated sequences alone move and weights that both move pull
        against each other without end, where one's labels are rarer than the other's.
        """
        cdef float[:, ::1] W = self.padded, T = self.transitions
        cdef int L = self.width, filled = self.filled, chunks = self.filled // LANES, c, n, i, j, k, s, o, y, longest = 0
        cdef unsigned int mask = (1 << self.bits) - 1, key, state = self.seed | 1
        cdef unsigned int cut = <unsigned int>(self.drop * 4294967295.0)
        cdef double z, total = 0, high, value, scale = self.scale, steps = self.steps
        cdef double decay = self.prior / max(1, order.shape[0]), rate = self.rate
        cdef float g, weigh, step
        cdef long tokens = 0, row
        cdef bint soft, unsure
        for s in range(offsets.shape[0] - 1):
            longest = max(longest, offsets[s + 1] - offsets[s])
        cdef double *E = <double *>malloc(longest * L * sizeof(double))
        cdef double *A = <double *>malloc(longest * L * sizeof(double))
        cdef double *B = <double *>malloc(longest * L * sizeof(double))
        cdef double *P = <double *>malloc(L * L * sizeof(double))
        cdef double *D = <double *>malloc(L * L * sizeof(double))
        cdef double *Q = <double *>malloc(L * L * sizeof(double))
        cdef double *Z = <double *>malloc(longest * sizeof(double))
        cdef float *lanes = <float *>malloc(filled * sizeof(float))
        cdef unsigned int *K = <unsigned int *>malloc(longest * stride * sizeof(int))
        for o in range(order.shape[0]):
            s = order[o]
            n = offsets[s + 1] - offsets[s]
            if n <= 0:
                continue
            weigh = importance[s] if importance is not None else 1.0
            row = lessons[s] if lessons is not None else -1
            soft = row >= 0
            tokens += n
            rate = self.rate / (1 + self.rate * decay * steps)
            steps += 1
            scale *= 1 - rate * decay
            step = rate / scale
            for i in range(n):
                for j in range(stride):
                    key = features[(offsets[s] + i) * stride + j]
                    key = (key ^ (key >> 15)) * 0x2C1B3C6Du  # as statements_cli.text.tagging.linear scatters them
                    key = (key ^ (key >> 13)) & mask
                    if cut and key:
                        state ^= state << 13
                        state ^= state >> 17
                        state ^= state << 5
                        if state < cut:
                            key = 0
                    K[i * stride + j] = key
                    for c in range(chunks):
                        __builtin_prefetch(&W[key, c * LANES])
                for k in range(filled):
                    lanes[k] = 0
                for j in range(stride):
                    key = K[i * stride + j]
                    if key:
                        for c in range(chunks):
                            add_row(lanes + c * LANES, &W[key, c * LANES])
                for k in range(L):
                    E[i * L + k] = lanes[k] * scale
                high = E[i * L]
                for k in range(1, L):
                    if E[i * L + k] > high:
                        high = E[i * L + k]
                if self.chained:
                    y = labels[offsets[s] + i]
                    total += E[i * L + y] - high
                else:
                    y = labels[offsets[s] + i]
                    if y >= 0:
                        total += E[i * L + y] - high
                for k in range(L):
                    E[i * L + k] = exp((E[i * L + k] - high))
            if self.chained:
                for j in range(L):
                    for k in range(L):
                        P[j * L + k] = exp(T[j, k])
                        D[j * L + k] = 0
                for i in range(n):
                    z = 0
                    for k in range(L):
                        if i == 0:
                            value = 1
                        else:
                            value = 0
                            for j in range(L):
                                value += A[(i - 1) * L + j] * P[j * L + k]
                        A[i * L + k] = value * E[i * L + k]
                        z += A[i * L + k]
                    for k in range(L):
                        A[i * L + k] /= z
                    Z[i] = z
                    total -= log(z)
                    if i and not soft:
                        total += T[labels[offsets[s] + i - 1], labels[offsets[s] + i]]
                for i in range(n - 1, -1, -1):
                    for j in range(L):
                        if i == n - 1:
                            B[i * L + j] = 1
                        else:
                            value = 0
                            for k in range(L):
                                value += P[j * L + k] * E[(i + 1) * L + k] * B[(i + 1) * L + k]
                            B[i * L + j] = value / Z[i + 1]
                    if i < n - 1:
                        for j in range(L):
                            for k in range(L):
                                D[j * L + k] += A[i * L + j] * P[j * L + k] * E[(i + 1) * L + k] * B[(i + 1) * L + k] / Z[i + 1]
                        if soft:
                            fit_pairs(Q, P, &taught[row + i, 0], &taught[row + i + 1, 0], L)
                            for j in range(L * L):
                                D[j] -= Q[j]
                        else:
                            D[labels[offsets[s] + i] * L + labels[offsets[s] + i + 1]] -= 1
                for j in range(L):
                    for k in range(L):
                        g = D[j * L + k] * weigh
                        if g != 0:
                            T[j, k] -= rate * g
                for i in range(n):
                    for k in range(L):
                        E[i * L + k] = A[i * L + k] * B[i * L + k]
            else:
                for i in range(n):
                    z = 0
                    for k in range(L):
                        z += E[i * L + k]
                    if labels[offsets[s] + i] >= 0:
                        total -= log(z)
                    for k in range(L):
                        E[i * L + k] /= z
            for i in range(n):
                y = labels[offsets[s] + i]
                if soft:
                    for k in range(L):
                        E[i * L + k] -= taught[row + i, k] / 255.0
                elif y < 0:
                    continue
                else:
                    E[i * L + y] -= 1
                for k in range(L):
                    E[i * L + k] *= weigh
                unsure = False
                for k in range(L):
                    g = E[i * L + k]
                    lanes[k] = step * g if g > 1e-4 or g < -1e-4 else 0
                    unsure = unsure or lanes[k] != 0
                for k in range(L, filled):
                    lanes[k] = 0
                if not unsure:
                    continue
                for j in range(stride):
                    key = K[i * stride + j]
                    if key:
                        for c in range(chunks):
                            take_from_row(&W[key, c * LANES], lanes + c * LANES)
        self.seed, self.steps = state, steps
        self.padded *= np.float32(scale)
        self.scale = 1.0
        free(E); free(A); free(B); free(P); free(D); free(Q); free(Z); free(K); free(lanes)
        return total / max(1, tokens)

    def take(self):
        """Count the weights as they stand into the average."""
        self.padded_sums += self.padded
        self.transition_sums += self.transitions
        self.averaged += 1

    def average(self):
        """The averaged weights and transitions."""
        count = max(1, self.averaged)
        if not self.averaged:
            return self.weights, self.transitions
        return self.padded_sums[:, : self.width] / np.float32(count), self.transition_sums / np.float32(count)
