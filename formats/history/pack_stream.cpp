#include "formats/history/pack_stream.h"

#include <array>
#include <stdexcept>
#include <string>
#include <zlib.h>

namespace tiku::formats::git {
namespace {

constexpr unsigned kDeltaOfId = 7;  // GIT_OBJECT_REF_DELTA

std::string bigEndian(std::size_t value) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(value >> shift & 0xFFU);
  return bytes;
}

}  // namespace

struct PackStream::Deflater {
  Deflater() {
    if (deflateInit(&stream, Z_DEFAULT_COMPRESSION) != Z_OK) throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&stream); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  z_stream stream{};
};

PackStream::PackStream(std::size_t objects, Write write)
    : write_(std::move(write)), deflater_(std::make_unique<Deflater>()) {
  put("PACK" + bigEndian(2) + bigEndian(objects));
}

PackStream::~PackStream() = default;

void PackStream::whole(git_object_t type, std::string_view bytes) {
  header(static_cast<unsigned>(type), bytes.size());
  compressed(bytes);
}

void PackStream::delta(const git_oid& base, std::string_view delta) {
  header(kDeltaOfId, delta.size());
  put({reinterpret_cast<const char*>(base.id), GIT_OID_RAWSZ});
  compressed(delta);
}

void PackStream::finish() {
  git_oid sum{};
  git_oid_fromstr(&sum, sum_.finish().c_str());
  write_({reinterpret_cast<const char*>(sum.id), GIT_OID_RAWSZ});
}

// Three bits of the type and four of the size in the first byte, seven in each further one.
void PackStream::header(unsigned type, std::size_t size) {
  std::string bytes;
  unsigned byte = type << 4U | (size & 0xFU);
  for (size >>= 4U; size > 0; size >>= 7U) {
    bytes += static_cast<char>(byte | 0x80U);
    byte = size & 0x7FU;
  }
  bytes += static_cast<char>(byte);
  put(bytes);
}

void PackStream::compressed(std::string_view bytes) {
  z_stream& stream = deflater_->stream;
  deflateReset(&stream);
  std::array<Bytef, 1U << 16U> buffer{};
  // zlib takes no more than 4 GB at a time; an object has at most some MB.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = buffer.data();
    stream.avail_out = buffer.size();
    result = deflate(&stream, Z_FINISH);
    put({reinterpret_cast<const char*>(buffer.data()), buffer.size() - stream.avail_out});
  }
  if (result != Z_STREAM_END) throw std::runtime_error("zlib refused to compress");
}

void PackStream::put(std::string_view bytes) {
  sum_.add(bytes);
  write_(bytes);
}

}  // namespace tiku::formats::git
