# C types for loops.py, used when it is compiled.
cimport cython

cdef unsigned int M1, M2, M3, MASK, COMMA, SEMICOLON, COLON, DASH, EN_DASH, HYPHEN, HYPHENS, ACCORDING
cdef int STRONG, FIRST_VERB, LAST_VERB, CONJUNCTION

@cython.locals(
    at=cython.int, verb=cython.int, comma=cython.int, i=cython.Py_ssize_t, w=cython.uint, strong=cython.bint,
)
cpdef scopes(
    unsigned int[::1] words, signed char[::1] tags, signed char[::1] cueness, signed char[::1] marks,
    Py_ssize_t first, Py_ssize_t last, int[::1] left, signed char[::1] verbs, signed char[::1] commas,
    int[::1] right,
)

@cython.locals(begun=cython.int, verb=cython.int, i=cython.Py_ssize_t, w=cython.uint)
cpdef clauses(
    unsigned int[::1] words, signed char[::1] tags, int[::1] sentence, Py_ssize_t count, int[::1] segment,
    int[::1] verb_before, int[::1] verb_after,
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
cpdef part(int[::1] wide, Py_ssize_t count, Py_ssize_t width, Py_ssize_t column, signed char[::1] out)

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

@cython.locals(found=cython.Py_ssize_t, i=cython.Py_ssize_t, end=cython.Py_ssize_t)
cpdef Py_ssize_t likely(
    signed char[::1] labels, double[::1] probable, double[::1] starts, Py_ssize_t count, double least, int[::1] out,
)

@cython.locals(likeliest=cython.double, count=cython.Py_ssize_t)
cpdef Py_ssize_t stretches(
    double[::1] marginals, signed char[::1] labels, Py_ssize_t size, Py_ssize_t width, int label, Py_ssize_t low,
    Py_ssize_t high, double possible, double[::1] probable, int[::1] out,
)

@cython.locals(found=cython.Py_ssize_t, i=cython.Py_ssize_t, inside=cython.bint, held=cython.bint)
cpdef Py_ssize_t runs(
    signed char[::1] labels, double[::1] probable, Py_ssize_t size, int label, double least, int[::1] out,
)

@cython.locals(best=cython.Py_ssize_t, second=cython.Py_ssize_t, i=cython.Py_ssize_t)
cpdef Py_ssize_t peaks(
    double[::1] values, Py_ssize_t low, Py_ssize_t high, Py_ssize_t but, double least, int[::1] out,
)

@cython.locals(i=cython.Py_ssize_t, value=cython.double)
cpdef borders(
    double[::1] marginals, Py_ssize_t size, Py_ssize_t width, Py_ssize_t label, double[::1] probable,
    double[::1] begins, double[::1] ends,
)

@cython.locals(held=cython.double, i=cython.Py_ssize_t)
cpdef double total(double[::1] values, Py_ssize_t low, Py_ssize_t high)

@cython.locals(most=cython.double, i=cython.Py_ssize_t)
cpdef double largest(double[::1] values, Py_ssize_t size, Py_ssize_t low, Py_ssize_t high)
