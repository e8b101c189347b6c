# C types for features.py, used when it is compiled.
cimport cython

cdef unsigned int M1, M2, M3, MASK
cdef Py_ssize_t STRIDE

cpdef int near(int distance)

@cython.locals(
    m1=cython.uint, m2=cython.uint, m3=cython.uint,
    count=cython.Py_ssize_t, i=cython.Py_ssize_t, j=cython.Py_ssize_t, k=cython.Py_ssize_t, at=cython.Py_ssize_t,
    w=cython.uint, w1=cython.uint, w2=cython.uint, n1=cython.uint, n2=cython.uint, p=cython.uint, p1=cython.uint,
    p2=cython.uint, r1=cython.uint, r2=cython.uint, r3=cython.uint, b=cython.uint, b1=cython.uint, b2=cython.uint,
    c1=cython.uint, c2=cython.uint, q=cython.uint, q1=cython.uint, s1=cython.uint, s2=cython.uint, ql=cython.uint,
    d=cython.uint, v=cython.uint, c=cython.uint, ls=cython.uint, ln=cython.uint, lt=cython.uint, lb=cython.uint,
    rs=cython.uint, rb=cython.uint, pb=cython.uint, pa=cython.uint, f=cython.uint, f1=cython.uint, g1=cython.uint,
    e=cython.uint, e1=cython.uint, h1=cython.uint,
)
cpdef label_features(
    unsigned int[::1] words, unsigned int[::1] stems, unsigned int[::1] suffixes, signed char[::1] shapes,
    signed char[::1] tags, signed char[::1] cueness, signed char[::1] marks, signed char[::1] lengths,
    unsigned int[::1] before, unsigned int[::1] after, int[::1] sentence, int[::1] left, signed char[::1] verbs,
    signed char[::1] commas, int[::1] right, signed char[::1] wide, signed char[::1] narrow, int[::1] segment,
    int[::1] verb_before, int[::1] verb_after, Py_ssize_t first, Py_ssize_t last, Py_ssize_t start,
    unsigned int[::1] out,
)
