#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <sys/mman.h>
#include <type_traits>

namespace tiku::formats {

/// An array of many plain values that are not initialised, on large pages of memory where the system has
/// them: a hundred megabytes of small pages cost more to get than to fill.
template <typename T>
class LargeArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  LargeArray() = default;
  /// Throws std::bad_alloc.
  explicit LargeArray(std::size_t size) : size_(size) {
    if (size == 0) return;
    const std::size_t bytes = (size * sizeof(T) + kPage - 1) / kPage * kPage;
    const bool isLarge = size * sizeof(T) >= kPage;
    void* memory = isLarge ? std::aligned_alloc(kPage, bytes) : std::malloc(size * sizeof(T));
    if (memory == nullptr) throw std::bad_alloc();
    if (isLarge) madvise(memory, bytes, MADV_HUGEPAGE);  // A wish; without it all is slower and the same.
    memory_.reset(static_cast<T*>(memory));
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] T* data() { return memory_.get(); }
  [[nodiscard]] const T* data() const { return memory_.get(); }
  T& operator[](std::size_t at) { return memory_.get()[at]; }
  const T& operator[](std::size_t at) const { return memory_.get()[at]; }

 private:
  static constexpr std::size_t kPage = std::size_t{2} << 20U;

  struct Free {
    void operator()(T* memory) const { std::free(memory); }
  };

  std::unique_ptr<T, Free> memory_;
  std::size_t size_ = 0;
};

}  // namespace tiku::formats
