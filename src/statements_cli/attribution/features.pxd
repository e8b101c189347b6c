# C types for features.py, used when it is compiled.
cimport cython

cdef unsigned int M1, M2, M3, MASK, COMMA, SEMICOLON, COLON, DASH, EN_DASH, HYPHEN, HYPHENS, ACCORDING
cdef Py_ssize_t STRIDE
cdef int STRONG, FIRST_VERB, LAST_VERB

cpdef int near(int distance)

@cython.locals(
    at=cython.int, verb=cython.int, comma=cython.int, i=cython.Py_ssize_t, w=cython.uint, strong=cython.bint,
)
cpdef scopes(
    unsigned int[::1] words, signed char[::1] tags, signed char[::1] cueness, signed char[::1] marks,
    Py_ssize_t first, Py_ssize_t last, int[::1] left, signed char[::1] verbs, signed char[::1] commas,
    int[::1] right,
)

@cython.locals(
    count=cython.Py_ssize_t, i=cython.Py_ssize_t, j=cython.Py_ssize_t, k=cython.Py_ssize_t, at=cython.Py_ssize_t,
    w=cython.uint, w1=cython.uint, w2=cython.uint, n1=cython.uint, n2=cython.uint, p=cython.uint, p1=cython.uint,
    p2=cython.uint, r1=cython.uint, r2=cython.uint, r3=cython.uint, b=cython.uint, b1=cython.uint, b2=cython.uint,
    c1=cython.uint, c2=cython.uint, q=cython.uint, q1=cython.uint, s1=cython.uint, s2=cython.uint, ql=cython.uint,
    d=cython.uint, v=cython.uint, c=cython.uint, ls=cython.uint, ln=cython.uint, lt=cython.uint, lb=cython.uint,
    rs=cython.uint, rb=cython.uint, pb=cython.uint, pa=cython.uint,
)
cpdef label_features(
    unsigned int[::1] words, unsigned int[::1] stems, unsigned int[::1] suffixes, signed char[::1] shapes,
    signed char[::1] tags, signed char[::1] cueness, signed char[::1] marks, signed char[::1] lengths,
    unsigned int[::1] before, unsigned int[::1] after, int[::1] sentence, int[::1] left, signed char[::1] verbs,
    signed char[::1] commas, int[::1] right, Py_ssize_t first, Py_ssize_t last, Py_ssize_t start,
    unsigned int[::1] out,
)

@cython.locals(unit=cython.Py_ssize_t, units=cython.Py_ssize_t, i=cython.Py_ssize_t)
cpdef spread(int[::1] firsts, Py_ssize_t count, int[::1] out)

@cython.locals(i=cython.Py_ssize_t)
cpdef lexicon_features(
    unsigned int[::1] stems, signed char[::1] tags, signed char[::1] classes, Py_ssize_t count,
    unsigned int[::1] out,
)

@cython.locals(i=cython.Py_ssize_t)
cpdef narrow(int[::1] wide, Py_ssize_t count, signed char[::1] out)

@cython.locals(i=cython.Py_ssize_t)
cpdef add_up(
    double[::1] marginals, Py_ssize_t count, Py_ssize_t width, Py_ssize_t label, Py_ssize_t first, double[::1] out,
)

@cython.locals(i=cython.Py_ssize_t)
cpdef pick(
    double[::1] marginals, Py_ssize_t count, Py_ssize_t width, Py_ssize_t label, Py_ssize_t first, double[::1] out,
)

@cython.locals(i=cython.Py_ssize_t)
cpdef steps(double[::1] probable, Py_ssize_t count, signed char[::1] out)
