# C types for judge_features.py, used when it is compiled.
cimport cython

cdef unsigned int M1, M2, M3, MASK
cdef Py_ssize_t STRIDE, PLACES, CHANCES
cdef int FIRST_VERB, LAST_VERB, NO_TAG, NO_STEP, STEPS

cpdef int near(int distance)

@cython.locals(reached=cython.int)
cpdef int step(double probability, double[::1] bounds)

@cython.locals(
    m1=cython.uint, m2=cython.uint, m3=cython.uint,
    k=cython.Py_ssize_t, count=cython.Py_ssize_t, i=cython.Py_ssize_t, j=cython.Py_ssize_t, first=cython.Py_ssize_t,
    last=cython.Py_ssize_t, length=cython.int, inside=cython.int, gap=cython.Py_ssize_t, pieces=cython.uint,
    verbs=cython.uint, row=cython.Py_ssize_t, c=cython.Py_ssize_t, begun=cython.Py_ssize_t,
    cue_start=cython.Py_ssize_t, cue_end=cython.Py_ssize_t, head=cython.Py_ssize_t, source_start=cython.Py_ssize_t,
    source_end=cython.Py_ssize_t,
    a2t=cython.uint, a2w=cython.uint, at=cython.uint, aw=cython.uint, begins=cython.uint, bt=cython.uint,
    bw=cython.uint, c2=cython.uint, crowd=cython.uint, ct=cython.uint, cue_quoted=cython.uint, cue_size=cython.uint,
    cw=cython.uint, ends=cython.uint, ff=cython.uint, final=cython.uint, hb=cython.uint, hf=cython.uint,
    holder_of=cython.uint, hs=cython.uint, ht=cython.uint, inside_of=cython.uint, kind=cython.uint, l2=cython.uint,
    lf=cython.uint, lt=cython.uint, margin=cython.uint, n=cython.uint, nt=cython.uint, nvb=cython.uint,
    nvt=cython.uint, nx=cython.uint, order=cython.uint, p=cython.uint, place=cython.uint, pt=cython.uint,
    pw=cython.uint, quoted=cython.uint, something=cython.uint, source_end_tag=cython.uint, source_gap=cython.uint, source_tag=cython.uint,
    source_word=cython.uint, sourced=cython.uint, vt=cython.uint,
)
cpdef judge_features(
    unsigned int[::1] words, unsigned int[::1] stems, signed char[::1] tags, signed char[::1] cueness,
    signed char[::1] marks, int[::1] sentence, signed char[::1] narrow, int[::1] verb_before, int[::1] verb_after,
    double[::1] bounds, int[::1] spans, int[::1] places, double[::1] chances, Py_ssize_t rows, unsigned int[::1] out,
)
