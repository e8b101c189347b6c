"""The weights of the accurate model: graphs for ONNX Runtime, the vocabulary, and the judge."""
