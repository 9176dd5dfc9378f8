#include "formats/history/wire.h"

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <set>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include <git2.h>
#include <git2/sys/stream.h>

#include "formats/history/git.h"

namespace tiku::formats::git {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kLook{50};  // How often the watch looks.

thread_local Wire::Impl* currentWire = nullptr;

// What libgit2's own socket stream looks like: its ssh transport takes the socket out of it.
struct SocketStream {
  git_stream parent;
  char* host;
  char* port;
  int socket;
};

}  // namespace

struct Wire::Impl {
  std::stop_token cancel;
  milliseconds connectTimeout;
  milliseconds silenceTimeout;
  std::atomic<State> state{State::kNeverConnected};
  std::atomic<Clock::time_point> touched{Clock::now()};
  std::atomic<bool> asking{false};
  std::mutex mutex;
  std::set<int> sockets;
  std::jthread watch;

  // How long nothing has come and nothing has gone on the quickest of the sockets.
  milliseconds silence() {
    auto least = std::chrono::duration_cast<milliseconds>(Clock::now() - touched.load());
    for (const int socket : sockets) {
      struct tcp_info info{};
      socklen_t size = sizeof info;
      if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) continue;
      least =
          std::min({least, milliseconds(info.tcpi_last_data_recv), milliseconds(info.tcpi_last_ack_recv)});
    }
    return least;
  }

  // A reader or writer that waits for the socket wakes up and finds it closed.
  void breakOff(State why) {
    state = why;
    for (const int socket : sockets) ::shutdown(socket, SHUT_RDWR);
  }

  void look(const std::stop_token& stop) {
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!wake.wait_for(lock, stop, kLook, [] { return false; }) && !stop.stop_requested()) {
      if (sockets.empty() || state.load() != State::kConnected) continue;
      if (cancel.stop_requested()) {
        breakOff(State::kCancelled);
      } else if (!asking.load() && silence() > silenceTimeout) {
        breakOff(State::kSilent);
      }
    }
  }

  // The connected socket, or -1 with errno.
  int connectTo(const struct addrinfo& address) {
    const int socket =
        ::socket(address.ai_family, address.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, address.ai_protocol);
    if (socket < 0) return -1;
    int error = ::connect(socket, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
    const auto end = Clock::now() + connectTimeout;
    while (error == EINPROGRESS) {
      struct pollfd poll{socket, POLLOUT, 0};
      const int ready = ::poll(&poll, 1, static_cast<int>(kLook.count()));
      socklen_t size = sizeof error;
      if (ready > 0 && ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0) error = errno;
      if (error == EINPROGRESS && cancel.stop_requested()) error = ECANCELED;
      if (error == EINPROGRESS && Clock::now() > end) error = ETIMEDOUT;
    }
    if (error != 0) {
      ::close(socket);
      errno = error;
      return -1;
    }
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) & ~O_NONBLOCK);
    return socket;
  }

  void add(int socket) {
    const std::lock_guard lock(mutex);
    touched = Clock::now();
    sockets.insert(socket);
    state = State::kConnected;
  }

  void close(int socket) {
    const std::lock_guard lock(mutex);
    sockets.erase(socket);
    ::close(socket);
  }
};

namespace {

void setError(const std::string& what) {
  git_error_set_str(GIT_ERROR_NET, what.c_str());
}

SocketStream& socketOf(git_stream* stream) {
  return *reinterpret_cast<SocketStream*>(stream);
}

int connectStream(git_stream* stream) {
  SocketStream& self = socketOf(stream);
  struct addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_family = AF_UNSPEC;
  struct addrinfo* found = nullptr;
  if (const int result = ::getaddrinfo(self.host, self.port, &hints, &found); result != 0) {
    setError(std::string(self.host) + ": " + ::gai_strerror(result));
    return -1;
  }
  const std::unique_ptr<struct addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
  int error = 0;
  for (const struct addrinfo* address = found; address != nullptr && error != ECANCELED;
       address = address->ai_next) {
    self.socket = currentWire->connectTo(*address);
    if (self.socket >= 0) {
      currentWire->add(self.socket);
      return 0;
    }
    error = errno;
  }
  if (error == ECANCELED) currentWire->state = Wire::State::kCancelled;
  setError(std::string(self.host) + ": " + std::strerror(error));
  return -1;
}

ssize_t writeStream(git_stream* stream, const char* data, std::size_t size, int flags) {
  const ssize_t written = ::send(socketOf(stream).socket, data, size, flags | MSG_NOSIGNAL);
  if (written < 0) setError(std::strerror(errno));
  return written;
}

ssize_t readStream(git_stream* stream, void* data, std::size_t size) {
  const ssize_t got = ::recv(socketOf(stream).socket, data, size, 0);
  if (got < 0) setError(std::strerror(errno));
  return got;
}

int closeStream(git_stream* stream) {
  SocketStream& self = socketOf(stream);
  if (self.socket < 0) return 0;
  if (currentWire != nullptr) {
    currentWire->close(self.socket);
  } else {
    ::close(self.socket);
  }
  self.socket = -1;
  return 0;
}

void freeStream(git_stream* stream) {
  SocketStream& self = socketOf(stream);
  std::free(self.host);
  std::free(self.port);
  std::free(stream);
}

int makeStream(git_stream** out, const char* host, const char* port) {
  if (currentWire == nullptr) {
    setError("a connection that nobody watches");
    return -1;
  }
  // By malloc, since it is a C structure of C memory, read by C.
  auto* self = static_cast<SocketStream*>(std::calloc(1, sizeof(SocketStream)));
  if (self == nullptr) return -1;
  self->parent.version = GIT_STREAM_VERSION;
  self->parent.connect = connectStream;
  self->parent.read = readStream;
  self->parent.write = writeStream;
  self->parent.close = closeStream;
  self->parent.free = freeStream;
  self->host = ::strdup(host);
  self->port = ::strdup(port);
  self->socket = -1;
  *out = &self->parent;
  return 0;
}

void registerStreams() {
  static const bool once = [] {
    start();
    git_stream_registration registration{};
    registration.version = GIT_STREAM_VERSION;
    registration.init = makeStream;
    return git_stream_register(GIT_STREAM_STANDARD, &registration) == 0;
  }();
  (void)once;
}

}  // namespace

Wire::Wire(std::stop_token cancel, milliseconds connectTimeout, milliseconds silenceTimeout)
    : impl_(std::make_unique<Impl>()) {
  registerStreams();
  impl_->cancel = std::move(cancel);
  impl_->connectTimeout = connectTimeout;
  impl_->silenceTimeout = silenceTimeout;
  impl_->watch = std::jthread([impl = impl_.get()](const std::stop_token& stop) { impl->look(stop); });
  currentWire = impl_.get();
}

Wire::~Wire() {
  currentWire = nullptr;
}

void Wire::touch() {
  impl_->touched = Clock::now();
}

Wire::Asking::Asking(Wire& wire) : wire_(wire) {
  wire_.impl_->asking = true;
}

Wire::Asking::~Asking() {
  wire_.touch();
  wire_.impl_->asking = false;
}

Wire::State Wire::state() const {
  return impl_->state;
}

}  // namespace tiku::formats::git
