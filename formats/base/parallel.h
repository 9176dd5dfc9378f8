#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace tiku::formats {

/// How many threads a request for so many means: 0 is one for each processor.
[[nodiscard]] inline unsigned threadsFor(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

/// Calls `work(thread, number)` for every number below `count`, each once, on up to so many threads (0: one
/// for each processor). The calling thread is thread 0 and works with the others; all are done on return.
template <typename Work>
void inParallel(std::size_t count, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto worker = [&](unsigned thread) {
    for (std::size_t number = next++; number < count; number = next++) work(thread, number);
  };
  std::vector<std::jthread> others;
  for (unsigned thread = 1; thread < std::min<std::size_t>(threadsFor(threads), count); ++thread)
    others.emplace_back(worker, thread);
  worker(0);
}

}  // namespace tiku::formats
