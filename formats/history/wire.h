#pragma once

#include <chrono>
#include <memory>
#include <stop_token>

namespace tiku::formats::git {

/// While the object lives, every connection that libgit2 opens in this thread can be broken off: when it is
/// asked to, when nobody answers in time, when nothing comes and goes for too long. libgit2 1.5 itself waits
/// for ever.
class Wire {
 public:
  Wire(std::stop_token cancel, std::chrono::milliseconds connectTimeout,
       std::chrono::milliseconds silenceTimeout);
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;
  ~Wire();

  /// Something happens on this side, such as packing: the silence is our own.
  void touch();

  /// While it lives a person is being asked, who may take his time.
  class Asking {
   public:
    explicit Asking(Wire& wire);
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;
    ~Asking();

   private:
    Wire& wire_;
  };

  enum class State {
    kNeverConnected,
    kConnected,
    kSilent,     ///< Broken off after the timeout.
    kCancelled,  ///< Broken off because it was asked to.
  };
  [[nodiscard]] State state() const;

  struct Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace tiku::formats::git
