"""A server on the loopback for one test: git by http(s), or any command behind a socket (sshd -i, git daemon
--inetd). Prints its port, then serves until it is killed. What the file RULES says when a connection comes in
happens to that connection: "cut N" closes it after N bytes to the client, "cut-up N" after N bytes from the
client, "stall N" goes silent after N bytes to the client.

usage: serve.py RULES http ROOT [LOGIN] [CERTIFICATE KEY]
       serve.py RULES exec COMMAND...
"""
import base64
import http.server
import os
import socket
import ssl
import subprocess
import sys
import threading
import time


class Handler(http.server.BaseHTTPRequestHandler):
    """Runs git http-backend as the CGI program that it is."""

    protocol_version = "HTTP/1.1"
    root = ""
    login = ""

    def log_message(self, *_):
        pass

    def body(self):
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            parts = []
            while True:
                size = int(self.rfile.readline().split(b";")[0], 16)
                parts.append(self.rfile.read(size))
                self.rfile.readline()
                if size == 0:
                    return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def allowed(self):
        if not self.login:
            return True
        wanted = "Basic " + base64.b64encode(self.login.encode()).decode()
        return self.headers.get("Authorization") == wanted

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def serve(self):
        body = self.body()
        if not self.allowed():
            self.answer(401, [("WWW-Authenticate", 'Basic realm="git"')], b"")
            return
        path, _, query = self.path.partition("?")
        environment = dict(os.environ)
        environment.update(
            GIT_PROJECT_ROOT=self.root,
            GIT_HTTP_EXPORT_ALL="1",
            PATH_INFO=path,
            QUERY_STRING=query,
            REQUEST_METHOD=self.command,
            CONTENT_TYPE=self.headers.get("Content-Type", ""),
            CONTENT_LENGTH=str(len(body)),
            REMOTE_USER=self.login.partition(":")[0] or "tester",
            REMOTE_ADDR="127.0.0.1",
        )
        if self.headers.get("Content-Encoding"):
            environment["HTTP_CONTENT_ENCODING"] = self.headers["Content-Encoding"]
        made = subprocess.run(["git", "http-backend"], input=body, env=environment, stdout=subprocess.PIPE)
        head, _, content = made.stdout.partition(b"\r\n\r\n")
        status, headers = 200, []
        for line in head.decode().split("\r\n"):
            name, _, value = line.partition(": ")
            if name == "Status":
                status = int(value.split()[0])
            elif name:
                headers.append((name, value))
        self.answer(status, headers, content)

    do_GET = serve
    do_POST = serve


def http_server(root, login="", certificate="", key=""):
    Handler.root, Handler.login = root, login
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return lambda: socket.create_connection(server.server_address)


def command_server(*command):
    def connect():
        ours, theirs = socket.socketpair()
        subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=sys.stderr)
        theirs.close()
        return ours

    return connect


def pump(source, target, limit, stall):
    """Copies until the end, or until `limit` bytes (none: -1)."""
    try:
        while True:
            data = source.recv(4096 if limit < 0 else min(4096, max(limit, 1)))
            if not data:
                break
            if 0 <= limit:
                if limit == 0:
                    break
                limit -= len(data)
            target.sendall(data)
            if limit == 0:
                break
    except OSError:
        pass
    if limit == 0 and stall:
        time.sleep(3600)
    ends = (source, target) if limit == 0 else (target,)
    for end in ends:
        try:
            end.shutdown(socket.SHUT_RDWR if limit == 0 else socket.SHUT_WR)
        except OSError:
            pass


def main():
    rules, kind, *rest = sys.argv[1:]
    connect = http_server(*rest) if kind == "http" else command_server(*rest)
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        client, _ = listener.accept()
        with open(rules) as file:
            words = file.read().split() or ["none", "-1"]
        down = int(words[1]) if words[0] in ("cut", "stall") else -1
        up = int(words[1]) if words[0] == "cut-up" else -1
        server = connect()
        for source, target, limit in ((server, client, down), (client, server, up)):
            threading.Thread(
                target=pump, args=(source, target, limit, words[0] == "stall"), daemon=True
            ).start()


main()
