#pragma once

#include <exception>
#include <functional>

/// How long work tells how far it is, how it is stopped, and how its result comes back.
namespace tiku::editor {

enum class Phase {
  kReading,    ///< Files of the package.
  kChecking,   ///< The rules of the profile.
  kComparing,  ///< With the last check-in.
  kWriting,
};

struct Progress {
  Phase phase = Phase::kReading;
  double share = 0;  ///< Of the phase, 0 to 1.
};

/// Told of progress, from any thread but never from two at once, at most a hundred times a phase. The work
/// stops when it returns false.
using Watch = std::function<bool(const Progress&)>;

/// Thrown by work whose Watch returned false. Not an error: nothing has changed.
class Cancelled : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

/// Calls the function soon on the thread that owns the document. Called from any thread.
using Post = std::function<void(std::function<void()>)>;

}  // namespace tiku::editor
