# The server as one static binary, without a shell, as a user without rights.
# Its store and queue lie in /data.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
RUN apt-get update -q && apt-get install -y -q --no-install-recommends nodejs npm
COPY . .
RUN make ui
RUN CGO_ENABLED=0 go build -trimpath -tags nomsgpack -ldflags "-s -w" -o /claimline ./cmd/claimline
# A new volume takes over the owner of the folder it is mounted on.
RUN mkdir /data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /claimline /claimline
COPY --from=build --chown=nonroot:nonroot /data /data
ENV CLAIMLINE_DATA=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/claimline"]
CMD ["serve", "--listen", "0.0.0.0:8080"]
