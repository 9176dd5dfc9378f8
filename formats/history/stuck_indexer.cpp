#include "formats/history/stuck_indexer.h"

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include <git2/sys/alloc.h>

#include "formats/history/pack_limits.h"

namespace tiku::formats::git {
namespace {

// A pass over all deltas asks a few times for each; so many passes without one that can be entered are a
// loop.
constexpr std::uint64_t kFewest = 200'000;
constexpr std::uint64_t kForEachObject = 100;

struct Watch {
  const git_indexer_progress* progress = nullptr;
  std::uint64_t done = 0;
  std::uint64_t since = 0;
};
thread_local Watch watch;

bool isStuck() {
  const git_indexer_progress& now = *watch.progress;
  const std::uint64_t done = std::uint64_t{now.received_objects} + now.indexed_objects + now.indexed_deltas +
                             now.local_objects + now.received_bytes;
  if (done != watch.done) {
    watch.done = done;
    watch.since = 0;
  }
  return ++watch.since > kFewest + kForEachObject * now.total_objects;
}

// Also what a pack says of itself is no reason to take more memory than its objects may have.
bool isRefused(std::size_t size) {
  return watch.progress != nullptr && (size > 2 * kMostObjectBytes || isStuck());
}

bool tooMany(std::size_t count, std::size_t size) {
  std::size_t product = 0;
  return __builtin_mul_overflow(count, size, &product);
}

void* allocate(std::size_t size, const char* /*file*/, int /*line*/) {
  return isRefused(size) ? nullptr : std::malloc(size);
}

void* allocateZeroed(std::size_t count, std::size_t size, const char* /*file*/, int /*line*/) {
  return tooMany(count, size) || isRefused(count * size) ? nullptr : std::calloc(count, size);
}

char* copyOf(const char* text, std::size_t size) {
  auto* copy = isRefused(size) ? nullptr : static_cast<char*>(std::malloc(size + 1));
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, text, size);
  copy[size] = '\0';
  return copy;
}

char* duplicate(const char* text, const char* /*file*/, int /*line*/) {
  return copyOf(text, std::strlen(text));
}

char* duplicateAtMost(const char* text, std::size_t size, const char* /*file*/, int /*line*/) {
  return copyOf(text, strnlen(text, size));
}

char* duplicateExactly(const char* text, std::size_t size, const char* /*file*/, int /*line*/) {
  return copyOf(text, size);
}

void* resize(void* old, std::size_t size, const char* /*file*/, int /*line*/) {
  return isRefused(size) ? nullptr : std::realloc(old, size);
}

void* resizeArray(void* old, std::size_t count, std::size_t size, const char* file, int line) {
  return tooMany(count, size) ? nullptr : resize(old, count * size, file, line);
}

void* allocateArray(std::size_t count, std::size_t size, const char* file, int line) {
  return tooMany(count, size) ? nullptr : allocate(count * size, file, line);
}

}  // namespace

StuckIndexerGuard::StuckIndexerGuard(const git_indexer_progress& progress) {
  watch = {&progress, 0, 0};
}

StuckIndexerGuard::~StuckIndexerGuard() {
  watch = {};
}

void installCountingAllocator() {
  git_allocator ours{allocate, allocateZeroed, duplicate,     duplicateAtMost, duplicateExactly,
                     resize,   resizeArray,    allocateArray, std::free};
  git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &ours);
}

}  // namespace tiku::formats::git
