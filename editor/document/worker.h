#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include "editor/document/progress.h"
#include "formats/base/error.h"

namespace tiku::editor {

/// What a task and the one who started it share.
class TaskControl {
 public:
  /// For the work: throws Cancelled once it is cancelled. Call it often.
  void check() const {
    if (cancelled_) throw Cancelled();
  }
  /// For the work: how far it is, 0 to 1; tells the owner, at most a hundred times. Throws Cancelled.
  void tell(double share);

 private:
  friend class Task;
  friend class Worker;
  std::atomic<bool> cancelled_ = false;
  std::function<void(double)> progress_;  ///< Posts.
  int told_ = 0;
};

/// A piece of work that runs or has run. Forgetting it changes nothing.
class Task {
 public:
  Task() = default;
  explicit Task(std::shared_ptr<TaskControl> control) : control_(std::move(control)) {}
  /// None of its hooks is called any more.
  void cancel() {
    if (const auto running = control_.lock()) running->cancelled_ = true;
  }
  /// Whether none of `done`, `failed` was called yet, nor will be.
  [[nodiscard]] bool running() const {
    const auto running = control_.lock();
    return running && !running->cancelled_;
  }

 private:
  std::weak_ptr<TaskControl> control_;
};

/// What comes of a task, told on the thread that owns the worker. All may be empty.
template <typename Result>
struct TaskHooks {
  std::function<void(Result)> done;
  std::function<void(const formats::FormatError&)> failed;
  std::function<void(double share)> progress;
  /// Asked before `done`; when it says no, the result is dropped: what it was made from is out of date.
  std::function<bool()> stillWanted;
};

/// Runs work on threads of its own and brings the results back through a Post. Goes with its owner: the
/// destructor cancels everything and waits.
class Worker {
 public:
  explicit Worker(Post post) : post_(std::move(post)) {}
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// `work(TaskControl&)` gives the result. It must not touch what the owner's thread changes: give it a
  /// snapshot. What it throws goes to `failed`, as a FormatError; Cancelled to nobody.
  template <typename Work, typename Result = std::invoke_result_t<Work, TaskControl&>>
  Task run(Work work, TaskHooks<std::type_identity_t<Result>> hooks) {
    static_assert(!std::is_void_v<Result>);
    auto control = std::make_shared<TaskControl>();
    auto shared = std::make_shared<TaskHooks<Result>>(std::move(hooks));
    if (shared->progress) {
      control->progress_ = [this, shared, weak = std::weak_ptr(control)](double share) {
        post([shared, weak, share] {
          const auto alive = weak.lock();
          if (alive && !alive->cancelled_) shared->progress(share);
        });
      };
    }
    start(control, [this, control, shared, work = std::move(work)]() mutable {
      std::shared_ptr<Result> result;
      std::optional<formats::FormatError> error;
      try {
        result = std::make_shared<Result>(work(*control));
      } catch (const Cancelled&) {
        return;
      } catch (const formats::FormatError& caught) {
        error = caught;
      } catch (const std::exception& caught) {
        error.emplace(formats::ErrorCode::kIo, caught.what());
      }
      post([control, shared, result, error] {
        if (control->cancelled_) return;
        control->cancelled_ = true;  // Over: what is still under way is of no interest.
        if (error) {
          if (shared->failed) shared->failed(*error);
        } else if (shared->done && (!shared->stillWanted || shared->stillWanted())) {
          shared->done(std::move(*result));
        }
      });
    });
    return Task(control);
  }

 private:
  struct Running {
    std::shared_ptr<TaskControl> control;
    std::shared_ptr<std::atomic<bool>> over;
    std::jthread thread;
  };

  void start(std::shared_ptr<TaskControl> control, std::function<void()> work);
  void post(std::function<void()> function) const { post_(std::move(function)); }

  const Post post_;
  std::list<Running> running_;  // Of the owner's thread.
};

}  // namespace tiku::editor
