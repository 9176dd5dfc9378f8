#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "formats/base/digest.h"
#include "formats/history/git.h"

namespace tiku::formats::git {

/// Writes a pack (gitformat-pack(5), version 2) from its beginning to its end.
class PackStream {
 public:
  using Write = std::function<void(std::string_view)>;

  /// Exactly so many objects are to follow. `write` may throw.
  PackStream(std::size_t objects, Write write);
  ~PackStream();
  PackStream(const PackStream&) = delete;
  PackStream& operator=(const PackStream&) = delete;

  void whole(git_object_t type, std::string_view bytes);
  /// As a delta of an object that is in the pack, or that the reader has.
  void delta(const git_oid& base, std::string_view delta);
  /// The sum of it all, behind the last object.
  void finish();

 private:
  void header(unsigned type, std::size_t size);
  void compressed(std::string_view bytes);
  void put(std::string_view bytes);

  struct Deflater;
  Write write_;
  Digester sum_{Hash::kSha1};
  std::unique_ptr<Deflater> deflater_;
};

}  // namespace tiku::formats::git
