# C types for linear.py, used when it is compiled.
cimport cython

cdef unsigned int KEY_MASK, SCATTER, MASK
cdef Py_ssize_t TRIES
cdef bint COMPILED

@cython.locals(check=cython.uint, slot=cython.uint, stored=cython.uint)
cdef int find(unsigned int key, const unsigned short[::1] keys, unsigned int mask) noexcept

@cython.locals(hole=cython.uint)
cdef unsigned int first_hole(const unsigned short[::1] keys) noexcept

@cython.locals(
    j=cython.Py_ssize_t, count=cython.Py_ssize_t, left=cython.Py_ssize_t, tried=cython.Py_ssize_t,
    tries=cython.Py_ssize_t, key=cython.uint, check=cython.uint, slot=cython.uint, held=cython.uint,
    scatter=cython.uint, kept=cython.uint,
)
cdef Py_ssize_t locate(
    unsigned int[::1] features, Py_ssize_t start, Py_ssize_t stride, const unsigned short[::1] keys,
    unsigned int mask, unsigned int hole, unsigned int[::1] found, unsigned int[::1] sought,
) noexcept

@cython.locals(
    i=cython.Py_ssize_t, j=cython.Py_ssize_t, k=cython.Py_ssize_t, base=cython.Py_ssize_t, row=cython.Py_ssize_t,
    known=cython.Py_ssize_t, slot=cython.int, s0=cython.int, s1=cython.int, s2=cython.int, s3=cython.int, s4=cython.int,
    s5=cython.int, s6=cython.int, found=cython.uint[::1], sought=cython.uint[::1],
    hole=cython.uint,
)
cpdef score(
    unsigned int[::1] features, Py_ssize_t count, Py_ssize_t stride, const unsigned short[::1] keys,
    const signed char[::1] rows, Py_ssize_t width, unsigned int mask, int[::1] scores,
)

@cython.locals(i=cython.Py_ssize_t, k=cython.Py_ssize_t, base=cython.Py_ssize_t, best=cython.Py_ssize_t)
cpdef best_each(int[::1] scores, Py_ssize_t count, Py_ssize_t width, signed char[::1] labels)

@cython.locals(
    i=cython.Py_ssize_t, j=cython.Py_ssize_t, k=cython.Py_ssize_t, base=cython.Py_ssize_t,
    best=cython.Py_ssize_t, high=cython.int, value=cython.int,
)
cpdef viterbi(
    int[::1] scores, Py_ssize_t count, Py_ssize_t width, int[::1] transitions, signed char[::1] labels,
)

@cython.locals(
    i=cython.Py_ssize_t, j=cython.Py_ssize_t, k=cython.Py_ssize_t, base=cython.Py_ssize_t, high=cython.int,
    below=cython.int, reach=cython.int, total=cython.double, weight=cython.double, value=cython.double,
    sum_room=cython.double,
)
cpdef posteriors(
    int[::1] scores, Py_ssize_t count, Py_ssize_t width, double[::1] potentials, double[::1] decays,
    double[::1] room, double[::1] forward, double[::1] marginals,
)
