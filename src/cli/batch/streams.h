#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/io.h"

namespace naqi::cli {

/// Takes the bytes of a packed stream apart, a bounded piece at a time.
class Unpacker {
 public:
  Unpacker() = default;
  virtual ~Unpacker() = default;
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  /// Appends at most a block of unpacked bytes and takes what it used off `packed`. False: the stream is
  /// damaged.
  virtual bool unpack(std::string_view& packed, std::string& out) = 0;
  /// Whether the stream may end here.
  [[nodiscard]] virtual bool complete() const noexcept = 0;
};

/// A file that is read once from its beginning, unpacked where its name ends in .gz or .zst; several packed
/// streams one after the other are one file.
class InputStream {
 public:
  explicit InputStream(const std::string& path);

  /// Appends what comes next. False at the end and at an error.
  bool read(std::string& bytes);
  /// Whether `read` would not have to wait for whoever writes the file; waits so long for it.
  [[nodiscard]] bool ready(int milliseconds) const;
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_ ? error_ : file_.error(); }
  /// Bytes of the file itself that were read, and all that it has, where it is no pipe.
  [[nodiscard]] std::uint64_t consumed() const noexcept { return consumed_; }
  [[nodiscard]] std::optional<std::uint64_t> size() const;
  [[nodiscard]] int descriptor() const noexcept { return file_.descriptor(); }

 private:
  std::string path_;
  InputFile file_;
  std::unique_ptr<Unpacker> unpacker_;  // null: the bytes are what they are
  std::string packed_;
  std::size_t used_ = 0;  // of `packed_`
  std::uint64_t consumed_ = 0;
  bool file_ended_ = false;
  std::optional<Error> error_;
};

/// The other way round.
class Packer {
 public:
  Packer() = default;
  virtual ~Packer() = default;
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  /// Appends what the bytes become; `end` completes a stream that can be unpacked by itself.
  virtual void pack(std::string_view bytes, bool end, std::string& out) = 0;
};

/// A file that is written from its beginning or from a place on, packed by its ending; "-" is standard
/// output. The first error is kept.
class OutputStream {
 public:
  explicit OutputStream(const std::string& path);
  /// So many bytes of the file stay and what is written follows them.
  OutputStream(const std::string& path, std::uint64_t keep);
  ~OutputStream();
  OutputStream(const OutputStream&) = delete;
  OutputStream& operator=(const OutputStream&) = delete;

  void write(std::string_view bytes);
  /// Hands on what is complete; a packed stream goes on.
  void flush();
  /// Completes the packed stream and hands it on.
  void finish();
  /// The same, and waits until the disk has everything.
  void sync();

  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
  /// Bytes of the file that were handed to the system.
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
  [[nodiscard]] bool is_packed() const noexcept { return packer_ != nullptr; }

 private:
  void open(int flags);
  void fail(const char* what);

  std::string path_;
  int descriptor_ = -1;
  std::unique_ptr<Packer> packer_;
  std::string buffer_;
  bool stream_open_ = false;  // the packer was given bytes since its last end
  std::uint64_t size_ = 0;
  std::optional<Error> error_;
};

}  // namespace naqi::cli
