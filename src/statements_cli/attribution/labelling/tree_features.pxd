# C types for tree_features.py, used when it is compiled.
cimport cython

cdef unsigned int M1, M2, M3, MASK
cdef Py_ssize_t CUE_STRIDE, JUDGE_STRIDE, CUE_FIRST, JUDGE_FIRST, PLACES
cdef int PUNCTUATION, NO_TAG, FAR, REACH

cpdef int near(int distance)

@cython.locals(
    hs=cython.uint, hp=cython.uint, hf=cython.uint, own=cython.int, a1=cython.Py_ssize_t, a2=cython.Py_ssize_t,
    a3=cython.Py_ssize_t, i=cython.Py_ssize_t, j=cython.Py_ssize_t, k=cython.Py_ssize_t, kind=cython.uint,
    way=cython.uint, via=cython.Py_ssize_t, at=cython.Py_ssize_t, side=cython.uint, vt=cython.uint, vl=cython.uint,
    vw=cython.uint, vb=cython.uint, vf=cython.uint, vs=cython.uint, vd=cython.uint, edge=cython.uint, p=cython.uint,
    ph=cython.uint, before=cython.uint,
)
cpdef token_features(
    unsigned int[::1] words, unsigned int[::1] stems, signed char[::1] tags, signed char[::1] narrow,
    int[::1] sentence, int[::1] heads, int[::1] begins, int[::1] ends, Py_ssize_t cue_start, Py_ssize_t cue_end,
    Py_ssize_t head, Py_ssize_t first, Py_ssize_t last, unsigned int[::1] out,
)

@cython.locals(
    count=cython.Py_ssize_t, begun=cython.Py_ssize_t, row=cython.Py_ssize_t, k=cython.Py_ssize_t,
    cue_start=cython.Py_ssize_t, cue_end=cython.Py_ssize_t, hs=cython.uint, hf=cython.uint,
    pieces=cython.Py_ssize_t, first=cython.Py_ssize_t, last=cython.Py_ssize_t, tops=cython.uint, on_cue=cython.uint,
    top=cython.Py_ssize_t, i=cython.Py_ssize_t, j=cython.Py_ssize_t, left=cython.uint, right=cython.uint,
    after=cython.uint, hangs=cython.uint, at=cython.uint, aw=cython.uint, ah=cython.uint, before=cython.uint,
    whole=cython.uint, tt=cython.uint, joint=cython.uint, few=cython.uint,
)
cpdef content_features(
    unsigned int[::1] words, unsigned int[::1] stems, signed char[::1] tags, signed char[::1] narrow,
    int[::1] sentence, int[::1] heads, int[::1] begins, int[::1] ends, int[::1] spans, int[::1] places,
    Py_ssize_t rows, unsigned int[::1] out,
)

@cython.locals(j=cython.Py_ssize_t, inside=cython.bint)
cpdef bint within(Py_ssize_t token, int[::1] spans, Py_ssize_t begun, Py_ssize_t pieces)

@cython.locals(above=cython.Py_ssize_t)
cpdef int relation(
    Py_ssize_t token, int[::1] heads, Py_ssize_t cue_start, Py_ssize_t cue_end, int[::1] spans, Py_ssize_t begun,
    Py_ssize_t pieces,
)
