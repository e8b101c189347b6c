# C types for sweeps.py, used when it is compiled.
cimport cython
cimport statements_cli.attribution.labelling.counts as counts
cimport statements_cli.attribution.labelling.first_pass_features as first_pass_features
cimport statements_cli.attribution.labelling.second_pass_features as second_pass_features
cimport statements_cli.attribution.labelling.tree_features as tree_features
cimport statements_cli.text.tagging.linear as linear

cdef Py_ssize_t STRIDE, CUE_STRIDE, CUE, SOURCE, CONTENT

@cython.locals(
    longest=cython.Py_ssize_t, number=cython.Py_ssize_t, size=cython.Py_ssize_t, first=cython.Py_ssize_t,
    last=cython.Py_ssize_t, i=cython.Py_ssize_t, features=cython.uint[::1], scores=cython.int[::1],
    best=cython.schar[::1], room=cython.double[::1], forward=cython.double[::1], marginals=cython.double[::1],
)
cpdef first_sweep(
    unsigned int[::1] words, unsigned int[::1] stems, unsigned int[::1] suffixes, signed char[::1] shapes,
    signed char[::1] tags, signed char[::1] cueness, signed char[::1] marks, signed char[::1] lengths,
    unsigned int[::1] before, unsigned int[::1] after, int[::1] sentence, int[::1] left, signed char[::1] verbs,
    signed char[::1] commas, int[::1] right, signed char[::1] wide, signed char[::1] narrow, int[::1] segment,
    int[::1] verb_before, int[::1] verb_after, int[::1] stretches, const unsigned short[::1] keys,
    const signed char[::1] rows, Py_ssize_t width, unsigned int mask, int[::1] transitions, double[::1] potentials,
    double[::1] decays, signed char[::1] labels, double[::1] cue_starts, double[::1] cues, double[::1] contents,
    double[::1] sources,
)

@cython.locals(
    longest=cython.Py_ssize_t, number=cython.Py_ssize_t, size=cython.Py_ssize_t, first=cython.Py_ssize_t,
    last=cython.Py_ssize_t, start=cython.Py_ssize_t, end=cython.Py_ssize_t, head=cython.Py_ssize_t,
    at=cython.Py_ssize_t, i=cython.Py_ssize_t, features=cython.uint[::1], scores=cython.int[::1],
    best=cython.schar[::1], room=cython.double[::1], forward=cython.double[::1], probable=cython.double[::1],
)
cpdef second_sweep(
    unsigned int[::1] words, unsigned int[::1] stems, unsigned int[::1] suffixes, signed char[::1] shapes,
    signed char[::1] tags, signed char[::1] cueness, signed char[::1] marks, signed char[::1] lengths,
    int[::1] quotation, int[::1] sentence, signed char[::1] first_labels, signed char[::1] sureness,
    signed char[::1] sourceness, signed char[::1] likeliness, signed char[::1] wide, signed char[::1] narrow,
    int[::1] segment, int[::1] verb_before, int[::1] verb_after, int[::1] commas, int[::1] verbs, int[::1] stops,
    int[::1] closings, int[::1] cues, int[::1] sources, int[::1] contents, int[::1] span_start, int[::1] span_end,
    int[::1] cue_before, int[::1] cue_after, int[::1] heads, int[::1] begins, int[::1] ends, int[::1] places,
    const unsigned short[::1] keys, const signed char[::1] rows, Py_ssize_t width, unsigned int mask,
    int[::1] transitions, double[::1] potentials, double[::1] decays, signed char[::1] labels,
    double[::1] marginals,
)
