# The service as an image:
#
#   docker build -t nutgraf .
#   docker run --rm -p 127.0.0.1:8000:8000 nutgraf
#
# It answers to the Host headers in NUTGRAF_ALLOWED_HOSTS (docs/settings.md), loopback by default.

FROM python:3.13-slim AS wheels
WORKDIR /src
# Everything that is fetched is checked against its hash here ...
COPY constraints.txt ./
RUN pip wheel --no-cache-dir --require-hashes --wheel-dir /wheels -r constraints.txt
RUN pip install --no-cache-dir --no-index --find-links /wheels hatchling
COPY pyproject.toml README.md LICENSE ./
COPY service service
COPY prompts prompts
COPY schemas schemas
COPY seeds seeds
RUN pip wheel --no-index --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.13-slim
# ... and of it, only what the service needs to run is installed, without the network.
RUN --mount=type=bind,from=wheels,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links /wheels nutgraf
RUN useradd --system --create-home nutgraf
USER nutgraf
WORKDIR /home/nutgraf
EXPOSE 8000
ENTRYPOINT ["nutgraf"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
