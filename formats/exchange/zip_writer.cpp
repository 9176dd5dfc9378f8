#include "formats/exchange/zip_writer.h"

#include <memory>

#include <zip.h>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats {
namespace {

/// 1980-01-01, the earliest day that a zip can say.
constexpr zip_uint16_t kDosDate = (1U << 5U) | 1U;

[[noreturn]] void fail(const char* reason) {
  throw FormatError(ErrorCode::kIo, say("压缩文件写不成：{reason}。", "reason"_a = reason));
}

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

std::string bytesOf(zip_source_t* source) {
  zip_stat_t info;
  zip_stat_init(&info);
  if (zip_source_open(source) != 0 || zip_source_stat(source, &info) != 0) fail("zip_source_open");
  std::string bytes(info.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) fail("zip_source_read");
  return bytes;
}

void addPart(zip_t* archive, const std::string& name, const std::string& bytes) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  const zip_int64_t index =
      source == nullptr ? -1 : zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail(zip_strerror(archive));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  zip_file_set_dostime(archive, at, 0, kDosDate, 0);
  zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, 0100644U << 16U);
  zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6);
}

}  // namespace

std::string zipParts(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, SourceFree> target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target) fail(zip_error_strerror(&error));
  zip_source_keep(target.get());  // zip_close() gives one reference back; the bytes are read after it.
  const auto discard = [](zip_t* open) { zip_discard(open); };
  std::unique_ptr<zip_t, decltype(discard)> archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error),
                                                    discard);
  if (!archive) {
    zip_source_free(target.get());  // The reference that zip_source_keep() took.
    fail(zip_error_strerror(&error));
  }
  for (const auto& [name, bytes] : parts) addPart(archive.get(), name, bytes);
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  (void)archive.release();  // Closed, and so freed.
  return bytesOf(target.get());
}

}  // namespace tiku::formats
