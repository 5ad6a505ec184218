#include "cli/batch/streams.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace naqi::cli {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;

/// Lets `fill` write into a block at the end of `out`; it says how many bytes it wrote.
template <typename Fill>
void append_block(std::string& out, Fill&& fill) {
  const std::size_t size = out.size();
  out.resize(size + kBlock);
  out.resize(size + fill(out.data() + size));
}

class GzipUnpacker final : public Unpacker {
 public:
  GzipUnpacker() {
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  ~GzipUnpacker() override { inflateEnd(&stream_); }

  bool unpack(std::string_view& packed, std::string& out) override {
    if (complete_) {
      // Tapes and some tools fill up with zeros.
      packed.remove_prefix(std::min(packed.find_first_not_of('\0'), packed.size()));
      if (packed.empty()) {
        return true;
      }
      inflateReset(&stream_);
      complete_ = false;
    }
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    int result = Z_OK;
    append_block(out, [&](char* to) {
      stream_.next_out = reinterpret_cast<Bytef*>(to);
      stream_.avail_out = static_cast<uInt>(kBlock);
      result = inflate(&stream_, Z_NO_FLUSH);
      return kBlock - stream_.avail_out;
    });
    packed.remove_prefix(packed.size() - stream_.avail_in);
    complete_ = result == Z_STREAM_END;
    return result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR;
  }
  [[nodiscard]] bool complete() const noexcept override { return complete_; }

 private:
  z_stream stream_{};
  bool complete_ = false;
};

class ZstdUnpacker final : public Unpacker {
 public:
  ZstdUnpacker() {
    if (stream_ == nullptr) {
      throw std::bad_alloc();
    }
  }

  bool unpack(std::string_view& packed, std::string& out) override {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    std::size_t result = 0;
    append_block(out, [&](char* to) {
      ZSTD_outBuffer room{to, kBlock, 0};
      result = ZSTD_decompressStream(stream_.get(), &room, &in);
      return room.pos;
    });
    packed.remove_prefix(in.pos);
    complete_ = result == 0;
    return ZSTD_isError(result) == 0;
  }
  [[nodiscard]] bool complete() const noexcept override { return complete_; }

 private:
  struct Free {
    void operator()(ZSTD_DCtx* context) const noexcept { ZSTD_freeDCtx(context); }
  };
  std::unique_ptr<ZSTD_DCtx, Free> stream_{ZSTD_createDCtx()};
  bool complete_ = false;
};

class GzipPacker final : public Packer {
 public:
  GzipPacker() {
    constexpr int kGzip = 16;
    constexpr int kMemory = 8;
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzip, kMemory,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  ~GzipPacker() override { deflateEnd(&stream_); }

  void pack(std::string_view bytes, bool end, std::string& out) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      append_block(out, [&](char* to) {
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(kBlock);
        deflate(&stream_, end ? Z_FINISH : Z_NO_FLUSH);
        return kBlock - stream_.avail_out;
      });
    } while (stream_.avail_out == 0);
    if (end) {
      deflateReset(&stream_);
    }
  }

 private:
  z_stream stream_{};
};

class ZstdPacker final : public Packer {
 public:
  ZstdPacker() {
    if (stream_ == nullptr) {
      throw std::bad_alloc();
    }
    ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_checksumFlag, 1);
  }

  void pack(std::string_view bytes, bool end, std::string& out) override {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t left = 0;
    do {
      append_block(out, [&](char* to) {
        ZSTD_outBuffer room{to, kBlock, 0};
        left = ZSTD_compressStream2(stream_.get(), &room, &in, end ? ZSTD_e_end : ZSTD_e_continue);
        return room.pos;
      });
    } while (end ? left != 0 : in.pos < in.size);
  }

 private:
  struct Free {
    void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
  };
  std::unique_ptr<ZSTD_CCtx, Free> stream_{ZSTD_createCCtx()};
};

}  // namespace

InputStream::InputStream(const std::string& path) : path_(path), file_(path) {
  if (path.ends_with(".gz")) {
    unpacker_ = std::make_unique<GzipUnpacker>();
  } else if (path.ends_with(".zst")) {
    unpacker_ = std::make_unique<ZstdUnpacker>();
  }
}

bool InputStream::read(std::string& bytes) {
  if (error()) {
    return false;
  }
  if (!unpacker_) {
    const std::size_t before = bytes.size();
    const bool more = file_.read(bytes);
    consumed_ += bytes.size() - before;
    return more;
  }
  const std::size_t before = bytes.size();
  while (bytes.size() == before) {
    if (used_ == packed_.size() && !file_ended_) {
      packed_.clear();
      used_ = 0;
      file_ended_ = !file_.read(packed_);
      consumed_ += packed_.size();
      if (file_.error()) {
        return false;
      }
    }
    std::string_view rest = std::string_view(packed_).substr(used_);
    const std::size_t waiting = rest.size();
    if (waiting == 0 && unpacker_->complete()) {
      return false;
    }
    if (!unpacker_->unpack(rest, bytes)) {
      error_ =
          Error{ErrorCode::io, path_ + " is damaged before byte " + std::to_string(consumed_), consumed_};
      return bytes.size() > before;
    }
    used_ += waiting - rest.size();
    if (bytes.size() == before && file_ended_ && waiting == rest.size()) {
      if (unpacker_->complete()) {
        return false;
      }
      error_ = Error{ErrorCode::io,
                     path_ + " is cut off: it ends at byte " + std::to_string(consumed_) +
                         " in the middle of its packed stream",
                     consumed_};
      return false;
    }
  }
  return true;
}

bool InputStream::ready(int milliseconds) const {
  if (error() || used_ < packed_.size()) {
    return true;
  }
  pollfd file{file_.descriptor(), POLLIN, 0};
  return ::poll(&file, 1, milliseconds) != 0;
}

std::optional<std::uint64_t> InputStream::size() const {
  struct stat status {};
  if (::fstat(file_.descriptor(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(status.st_size);
}

OutputStream::OutputStream(const std::string& path) : path_(path) { open(O_TRUNC); }

OutputStream::OutputStream(const std::string& path, std::uint64_t keep) : path_(path), size_(keep) {
  open(0);
  if (!error_ && (::ftruncate(descriptor_, static_cast<off_t>(keep)) != 0 ||
                  ::lseek(descriptor_, static_cast<off_t>(keep), SEEK_SET) < 0)) {
    fail("shorten");
  }
}

void OutputStream::open(int flags) {
  constexpr mode_t kMode = 0666;
  descriptor_ =
      path_ == "-" ? STDOUT_FILENO : ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, kMode);
  if (descriptor_ < 0) {
    fail("open");
  }
  if (path_.ends_with(".gz")) {
    packer_ = std::make_unique<GzipPacker>();
  } else if (path_.ends_with(".zst")) {
    packer_ = std::make_unique<ZstdPacker>();
  }
}

OutputStream::~OutputStream() {
  if (descriptor_ > STDOUT_FILENO) {
    ::close(descriptor_);
  }
}

void OutputStream::fail(const char* what) {
  if (!error_) {
    error_ = Error{ErrorCode::io,
                   std::string("cannot ") + what + " " + (path_ == "-" ? "standard output" : path_) + ": " +
                       std::strerror(errno),
                   std::nullopt};
  }
}

void OutputStream::write(std::string_view bytes) {
  if (error_ || bytes.empty()) {
    return;
  }
  if (packer_) {
    packer_->pack(bytes, false, buffer_);
    stream_open_ = true;
  } else {
    buffer_.append(bytes);
  }
  if (buffer_.size() >= kBlock) {
    flush();
  }
}

void OutputStream::flush() {
  std::string_view rest = buffer_;
  while (!error_ && !rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
      size_ += static_cast<std::uint64_t>(written);
    } else if (errno != EINTR) {
      fail("write");
    }
  }
  buffer_.clear();
}

void OutputStream::finish() {
  if (packer_ && (stream_open_ || size_ == 0) && !error_) {
    packer_->pack({}, true, buffer_);
    stream_open_ = false;
  }
  flush();
}

void OutputStream::sync() {
  finish();
  if (!error_ && ::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) {
    fail("write");
  }
}

}  // namespace naqi::cli
