def connect(settings):
    raise NotImplementedError
