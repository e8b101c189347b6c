# C types for cue_features.py, used when it is compiled.
cimport cython

cdef unsigned int M1, M2, M3, MASK, COMMA, SEMICOLON, COLON, DASH, EN_DASH, HYPHEN, HYPHENS, STOP, QUESTION
cdef unsigned int EXCLAMATION
cdef Py_ssize_t STRIDE
cdef int FIRST_VERB, LAST_VERB

cpdef int near(int distance)

@cython.locals(
    i=cython.Py_ssize_t, w=cython.uint, comma=cython.bint, stop=cython.bint, label=cython.int,
    at=cython.int, end=cython.int,
)
cpdef survey(
    unsigned int[::1] words, signed char[::1] tags, signed char[::1] marks, signed char[::1] labels,
    Py_ssize_t count, int[::1] commas, int[::1] verbs, int[::1] stops, int[::1] closings, int[::1] cues,
    int[::1] sources, int[::1] contents, int[::1] span_start, int[::1] span_end, int[::1] cue_before,
    int[::1] cue_after,
)

@cython.locals(
    m1=cython.uint, m2=cython.uint, m3=cython.uint,
    count=cython.Py_ssize_t, i=cython.Py_ssize_t, j=cython.Py_ssize_t, k=cython.Py_ssize_t,
    a=cython.Py_ssize_t, e=cython.Py_ssize_t, g0=cython.Py_ssize_t, g1=cython.Py_ssize_t,
    at=cython.Py_ssize_t, hs=cython.uint, hp=cython.uint, hb=cython.uint, nx=cython.uint, pv=cython.uint,
    np=cython.uint, pp=cython.uint, cq=cython.uint, w=cython.uint, w1=cython.uint, n1=cython.uint,
    p=cython.uint, p1=cython.uint, r1=cython.uint, r2=cython.uint, p2=cython.uint, lab=cython.uint,
    lab1=cython.uint, labn=cython.uint, q=cython.uint, ql=cython.uint, side=cython.uint, d=cython.uint,
    ds=cython.uint, sd=cython.uint, sure=cython.uint, same=cython.uint, kind=cython.uint, gs=cython.uint,
    gz=cython.uint, gq=cython.uint, nearer=cython.uint, inq=cython.uint, gd=cython.uint, e1=cython.uint,
    ep=cython.uint, a1=cython.uint, ib=cython.uint, joint=cython.uint, other=cython.uint, cs=cython.int,
    own=cython.int, distance=cython.int, z=cython.int, v=cython.int, st=cython.int, qe=cython.int,
    nc=cython.int, gap=cython.int, bc=cython.int, bs=cython.int, bt=cython.int, hf=cython.uint, hv=cython.uint, f=cython.uint, sb=cython.uint,
    sa=cython.uint, ss=cython.uint,
)
cpdef cue_features(
    unsigned int[::1] words, unsigned int[::1] stems, unsigned int[::1] suffixes, signed char[::1] shapes,
    signed char[::1] tags, signed char[::1] cueness, signed char[::1] marks, signed char[::1] lengths,
    int[::1] quotation, int[::1] sentence, signed char[::1] labels, signed char[::1] sureness,
    signed char[::1] sourceness, signed char[::1] likeliness, signed char[::1] wide, signed char[::1] narrow, int[::1] segment, int[::1] verb_before, int[::1] verb_after,
    int[::1] commas, int[::1] verbs, int[::1] stops, int[::1] closings, int[::1] cues, int[::1] sources,
    int[::1] contents, int[::1] span_start, int[::1] span_end, int[::1] cue_before, int[::1] cue_after,
    Py_ssize_t cue_start, Py_ssize_t cue_end, Py_ssize_t head, Py_ssize_t first, Py_ssize_t last,
    unsigned int[::1] out,
)
