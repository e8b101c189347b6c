# C types for arcs.py, used when it is compiled.
cimport cython
cimport statements_cli.text.tagging.linear as linear

cdef unsigned int M1, M2, M3, MASK
cdef Py_ssize_t STRIDE
cdef bint COMPILED
cdef int SHIFT, LEFT, RIGHT, NO_TAG, ROOT_TAG

cpdef int near(int distance)

@cython.locals(
    w0=cython.uint, t0=cython.uint, f0=cython.uint, w1=cython.uint, t1=cython.uint, f1=cython.uint, t2=cython.uint,
    v0=cython.uint, p0=cython.uint, g0=cython.uint, v1=cython.uint, p1=cython.uint, p2=cython.uint, d=cython.uint,
    d1=cython.uint, l0=cython.uint, r0=cython.uint, l1=cython.uint, r1=cython.uint, rw1=cython.uint,
    rw0=cython.uint, k0=cython.uint, n0=cython.uint, m0=cython.uint, m1=cython.uint, j0=cython.uint,
)
cpdef arc_features(
    unsigned int[::1] words, signed char[::1] tags, signed char[::1] narrow, int[::1] left, int[::1] right,
    signed char[::1] lefts, signed char[::1] rights, Py_ssize_t s0, Py_ssize_t s1, Py_ssize_t s2, Py_ssize_t b0,
    Py_ssize_t first, Py_ssize_t last, unsigned int[::1] out,
)

@cython.locals(
    longest=cython.Py_ssize_t, number=cython.Py_ssize_t, size=cython.Py_ssize_t, hole=cython.uint,
    left=cython.int[::1], right=cython.int[::1], stack=cython.int[::1], lefts=cython.schar[::1],
    rights=cython.schar[::1], features=cython.uint[::1], found=cython.uint[::1], sought=cython.uint[::1],
)
cpdef parse_all(
    unsigned int[::1] words, signed char[::1] tags, signed char[::1] narrow, int[::1] stretches,
    const unsigned short[::1] keys, const signed char[::1] rows, unsigned int mask, int[::1] heads, int[::1] begins,
    int[::1] ends,
)

@cython.locals(
    i=cython.Py_ssize_t, j=cython.Py_ssize_t, top=cython.Py_ssize_t, b0=cython.Py_ssize_t, s0=cython.Py_ssize_t,
    s1=cython.Py_ssize_t, action=cython.int, shift=cython.int, to_left=cython.int, to_right=cython.int,
    known=cython.Py_ssize_t, row=cython.Py_ssize_t, slot=cython.int,
)
cpdef parse(
    unsigned int[::1] words, signed char[::1] tags, signed char[::1] narrow, Py_ssize_t first, Py_ssize_t last,
    const unsigned short[::1] keys, const signed char[::1] rows, unsigned int mask, unsigned int hole, int[::1] left,
    int[::1] right, signed char[::1] lefts, signed char[::1] rights, int[::1] stack, unsigned int[::1] features,
    unsigned int[::1] found, unsigned int[::1] sought, int[::1] heads, int[::1] begins,
    int[::1] ends,
)
