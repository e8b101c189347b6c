# C types for tag_features.py, used when it is compiled.
cimport cython

cdef unsigned int M1, M2, M3, MASK
cdef Py_ssize_t STRIDE

@cython.locals(
    m1=cython.uint, m2=cython.uint, m3=cython.uint,
    i=cython.Py_ssize_t, k=cython.Py_ssize_t, units=cython.Py_ssize_t, count=cython.Py_ssize_t,
    first=cython.Py_ssize_t, last=cython.Py_ssize_t, w=cython.uint, s=cython.uint, p=cython.uint, w1=cython.uint,
    w2=cython.uint, n1=cython.uint, n2=cython.uint, s1=cython.uint, t1=cython.uint, p1=cython.uint,
    q1=cython.uint, q2=cython.uint,
)
cpdef Py_ssize_t tag_features(
    unsigned int[::1] words, unsigned int[::1] suffixes, signed char[::1] shapes, int[::1] sentences,
    Py_ssize_t unit, Py_ssize_t start, Py_ssize_t stop, unsigned int[::1] out,
)
