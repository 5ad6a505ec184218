#include "cli/batch/batch.h"

#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/batch/checkpoint.h"
#include "cli/batch/pipeline.h"
#include "cli/batch/progress.h"
#include "cli/batch/record.h"
#include "cli/io.h"
#include "render/names.h"

namespace naqi::cli {
namespace {

/// Between two checkpoints. What was done since the last one is done again after a crash.
constexpr std::chrono::seconds kBetweenCheckpoints{1};

Error invalid(std::string message) { return {ErrorCode::invalid_option, std::move(message), std::nullopt}; }

constexpr std::size_t kMebibyte = std::size_t{1} << 20U;

Result<std::shared_ptr<const RecordJob>> job_of(const Arguments& arguments, const BatchArguments& batch) {
  CleanOptions cleaning;
  const Result<NormalizeOptions> normalize = normalize_options(arguments, &cleaning);
  if (!normalize) {
    return normalize.error();
  }
  if (const Result<Document> nothing = clean(u"", cleaning); !nothing) {
    return nothing.error();  // an option that no record can be cleaned with
  }
  Result<Selection> selection = Selection::of(batch.select);
  if (!selection) {
    return selection.error();
  }
  auto job = std::make_shared<RecordJob>();
  job->field = batch.field;
  job->dropped = batch.drop;
  job->format = arguments.format == "text"       ? RecordFormat::text
                : arguments.format == "markdown" ? RecordFormat::markdown
                                                 : RecordFormat::json;
  if (job->format != RecordFormat::json && !batch.select.empty()) {
    return invalid("--select chooses fields of --format json");
  }
  job->offsets = *offset_unit_of(arguments.offsets);
  job->clean.normalize = normalize.value();
  job->clean.words = arguments.words;
  job->clean.reference_date = std::move(cleaning.reference_date);
  job->selection = std::move(selection).value();
  job->filter = {batch.languages, batch.least_words, batch.most_words, batch.least_kept,
                 batch.least_confidence};
  job->replace_invalid = arguments.replace_invalid;
  job->longest = batch.longest;
  if (!batch.site_field.empty()) {
    job->site_field = batch.site_field;
    job->site_lines = std::make_shared<SiteLines>(batch.site_memory * kMebibyte);
  }
  return std::shared_ptr<const RecordJob>(std::move(job));
}

/// All that decides what is written, so that a run goes on only as it began.
std::string description(const Arguments& arguments, const BatchArguments& batch) {
  const nlohmann::ordered_json json = {{"version", generator().version},
                                       {"output", batch.output},
                                       {"field", batch.field},
                                       {"site_field", batch.site_field},
                                       {"site_memory", batch.site_memory},
                                       {"format", arguments.format},
                                       {"offsets", arguments.offsets},
                                       {"words", arguments.words},
                                       {"profile", arguments.profile},
                                       {"set", arguments.settings},
                                       {"select", batch.select},
                                       {"drop", batch.drop},
                                       {"language", batch.languages},
                                       {"min_words", batch.least_words},
                                       {"max_words", batch.most_words},
                                       {"min_kept", batch.least_kept},
                                       {"max_bytes", batch.longest},
                                       {"min_confidence", batch.least_confidence},
                                       {"max_seconds", batch.seconds},
                                       {"replace_invalid", arguments.replace_invalid}};
  return json.dump();
}

bool same_file(const std::string& path, int descriptor) {
  struct stat one {};
  struct stat other {};
  return path != "-" && ::stat(path.c_str(), &one) == 0 && ::fstat(descriptor, &other) == 0 &&
         S_ISREG(one.st_mode) && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/// Writes the answers and, where that was asked for, checkpoints.
class Writer {
 public:
  Writer(std::unique_ptr<OutputStream> output, Checkpoint done, std::string resume, std::string job)
      : output_(std::move(output)),
        done_(std::move(done)),
        resume_(std::move(resume)),
        job_(std::move(job)) {}

  bool take(const InputLine& line, const Answer& answer) {
    if (!line.terminated) {
      // It may be half of a line that is still being written: the next run reads it again.
      checkpoint();
      unterminated_ = true;
    }
    output_->write(answer.line);
    done_.totals += answer.totals;
    done_.input = line.after;
    consumed_ = line.consumed;
    return tick();
  }
  /// What is answered is not held back while more is worked on.
  bool wait() {
    if (!output_->is_packed()) {
      output_->flush();
    }
    return !error();
  }
  bool tick() {
    if (!resume_.empty() && std::chrono::steady_clock::now() - last_ > kBetweenCheckpoints) {
      checkpoint();
    }
    return !error();
  }
  void finish() {
    checkpoint();
    output_->finish();
  }

  [[nodiscard]] const std::optional<Error>& error() const noexcept {
    return error_ ? error_ : output_->error();
  }
  [[nodiscard]] const Totals& totals() const noexcept { return done_.totals; }
  /// Bytes of the input file that the answers are for.
  [[nodiscard]] std::uint64_t consumed() const noexcept { return consumed_; }

 private:
  void checkpoint() {
    if (resume_.empty() || unterminated_ || error()) {
      return;
    }
    output_->sync();
    if (!output_->error()) {
      done_.output = output_->size();
      error_ = save(done_, resume_, job_);
    }
    last_ = std::chrono::steady_clock::now();
  }

  std::unique_ptr<OutputStream> output_;
  Checkpoint done_;
  std::string resume_;
  std::string job_;
  std::uint64_t consumed_ = 0;
  bool unterminated_ = false;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::optional<Error> error_;
};

std::optional<Error> check(const Arguments& arguments, const BatchArguments& batch,
                           const InputStream& input) {
  if (!batch.resume.empty() && (batch.output == "-" || !input.size())) {
    return invalid("--resume needs files to read and to write: naqi batch FILE --output FILE --resume FILE");
  }
  if (!batch.site_field.empty() && !input.size()) {
    return invalid("--site-field reads the input twice: it must be a file");
  }
  if (same_file(batch.output, input.descriptor())) {
    return invalid("--output is the file that is read: " + arguments.file);
  }
  if (!batch.resume.empty() &&
      (batch.resume == batch.output || same_file(batch.resume, input.descriptor()))) {
    return invalid("--resume keeps a checkpoint: it is neither the input nor the output");
  }
  return std::nullopt;
}

/// The first pass of --site-field, on one thread: it only splits lines. What is wrong with the file, the
/// second pass says.
void count_all_lines(const std::string& path, const RecordJob& job) {
  InputStream input(path);
  InputLines lines(input, job.longest);
  BatchProgress progress(0);
  std::uint64_t records = 0;
  while (const std::optional<InputLine> line = lines.next()) {
    count_lines(*line, job);
    constexpr std::uint64_t kEvery = 4096;
    if (++records % kEvery == 0) {
      progress.show(records, line->consumed, input.size());
    }
  }
}

/// The output, as far as it is valid already.
Result<std::unique_ptr<OutputStream>> open_output(const std::string& path,
                                                  const std::optional<Checkpoint>& checkpoint) {
  if (checkpoint) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 ||
        static_cast<std::uint64_t>(status.st_size) < checkpoint->output) {
      return Error{ErrorCode::io,
                   path + " lacks what the file of --resume says was written; remove that file to begin anew",
                   std::nullopt};
    }
  }
  auto output = checkpoint ? std::make_unique<OutputStream>(path, checkpoint->output)
                           : std::make_unique<OutputStream>(path);
  if (output->error()) {
    return *output->error();
  }
  return output;
}

std::optional<Error> write_stats(const Totals& totals, const BatchArguments& batch) {
  if (batch.stats) {
    std::fputs(to_table(totals).c_str(), stderr);
  }
  if (batch.stats_json.empty()) {
    return std::nullopt;
  }
  OutputStream file(batch.stats_json);
  file.write(to_json(totals).dump(1) + "\n");
  file.finish();
  return file.error();
}

}  // namespace

Result<int> batch_command(const Arguments& arguments, const BatchArguments& batch) {
  const auto job = job_of(arguments, batch);
  if (!job) {
    return job.error();
  }
  InputStream input(arguments.file);
  if (input.error()) {
    return *input.error();
  }
  if (std::optional<Error> error = check(arguments, batch, input)) {
    return *std::move(error);
  }
  const std::string description = cli::description(arguments, batch);
  Checkpoint done;
  std::optional<Checkpoint> resumed;
  InputLines lines(input, batch.longest);
  if (!batch.resume.empty()) {
    Result<std::optional<Checkpoint>> found = load_checkpoint(batch.resume, description);
    if (!found) {
      return found.error();
    }
    resumed = std::move(found).value();
  }
  if (resumed) {
    done = *resumed;
    if (std::optional<Error> error = lines.skip(done.input)) {
      return *std::move(error);
    }
  }
  Result<std::unique_ptr<OutputStream>> output = open_output(batch.output, resumed);
  if (!output) {
    return output.error();
  }
  if (job.value()->site_lines) {
    count_all_lines(arguments.file, *job.value());
  }
  // A pipe that nobody reads any more is an error like a full disk, not the end of the process.
  std::signal(SIGPIPE, SIG_IGN);
  Writer writer(std::move(output).value(), std::move(done), batch.resume, description);
  PipelineOptions options;
  options.jobs = batch.jobs > 0 ? batch.jobs : std::max(1U, std::thread::hardware_concurrency());
  options.seconds = batch.seconds;
  options.prompt = batch.output == "-" || !input.size();
  const std::uint64_t resumed_records = writer.totals().records;
  bool at_work = false;
  {
    BatchProgress progress(input.consumed());
    at_work = run_pipeline(
        lines, job.value(), options,
        {[&](const InputLine& line, const Answer& answer) { return writer.take(line, answer); },
         [&] { return writer.wait(); },
         [&] {
           progress.show(writer.totals().records - resumed_records, writer.consumed(), input.size());
           return writer.tick();
         }});
    writer.finish();
  }
  std::optional<Error> error = writer.error() ? writer.error() : input.error();
  const Totals& totals = writer.totals();
  if (const std::optional<Error> unwritten = write_stats(totals, batch); !error) {
    error = unwritten;
  }
  const std::uint64_t faulty = totals.faulty();
  if (faulty > 0) {
    std::fprintf(stderr, "naqi: %llu of %llu records with errors\n", static_cast<unsigned long long>(faulty),
                 static_cast<unsigned long long>(totals.records));
  }
  const int status = error ? report(*error) : faulty > 0 ? kRecordsWithErrors : kDone;
  if (at_work) {
    std::_Exit(status);
  }
  return status;
}

}  // namespace naqi::cli
