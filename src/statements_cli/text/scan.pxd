# C types for scan.py, used when it is compiled.
cimport cython
from cpython.array cimport array

cdef unsigned int BASIS, PRIME, MASK
cdef int LOWER, CAPITALISED, CAPITALS, DIGITS, PUNCTUATION, MIXED

cdef bint COMPILED

@cython.locals(few=cython.Py_ssize_t, at=cython.Py_ssize_t, i=cython.Py_ssize_t, found=list)
cpdef list places_of(unsigned int[::1] words, unsigned int[::1] sought)

@cython.locals(code=cython.int)
cpdef int is_word(int code)

cpdef int is_space(int code)

cpdef int lower(int code)

@cython.locals(first=cython.int, second=cython.int, length=cython.int)
cpdef int clitic(str text, int at, int end)

@cython.locals(i=cython.int, j=cython.int, code=cython.int, count=cython.int, after=cython.int, before=cython.int)
cpdef int word_end(str text, int start, int end)

@cython.locals(
    length=cython.int, last=cython.int, cut=cython.int, tail=cython.int, before=cython.int,
    stop=cython.int, final=cython.int, value=cython.uint, i=cython.int,
)
cpdef unsigned int stem(str text, int start, int end, unsigned int word)

@cython.locals(
    i=cython.int, j=cython.int, code=cython.int, kind=cython.int, stop=cython.int, length=cython.int,
    value=cython.uint, suffix=cython.uint, capitals=cython.int, letters=cython.int, c=cython.int,
    low=cython.int, shape=cython.int, count=cython.Py_ssize_t, most=cython.Py_ssize_t,
)
cpdef Py_ssize_t scan(
    str text, int start, int end, int at, int[::1] starts, int[::1] ends, unsigned int[::1] words,
    unsigned int[::1] stems, unsigned int[::1] suffixes, signed char[::1] shapes,
)

@cython.locals(
    i=cython.int, j=cython.int, code=cython.int, final=cython.int, before=cython.int, length=cython.int,
    mark=cython.int, opens=cython.bint, capital=cython.bint,
)
cpdef split_sentences(
    str text, int[::1] starts, int[::1] ends, unsigned int[::1] words, int first, int last,
    frozenset abbreviations, array sentences,
)
