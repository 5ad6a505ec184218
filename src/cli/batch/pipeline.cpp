#include "cli/batch/pipeline.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

namespace naqi::cli {
namespace {

using Clock = std::chrono::steady_clock;

/// Bytes of lines and answers that may wait at a time, for each thread: enough for hundreds of articles.
constexpr std::size_t kWaitingBytes = std::size_t{16} << 20U;
constexpr int kTickMilliseconds = 100;
/// A thread that is woken for every record costs more than its work.
constexpr int kGatherMilliseconds = 5;

/// One line on its way from the reader to the sink.
struct Slot {
  InputLine line;
  std::optional<Answer> answer;  ///< there: the record is done, or was given up
  std::size_t weight = 0;        ///< bytes that it holds
  std::size_t worker = 0;
  Clock::time_point started;
};

/// What the threads share. A thread that was given up may outlive the run, so they own it together.
struct Shared {
  std::shared_ptr<const RecordJob> job;
  std::size_t most_waiting = 0;
  bool prompt = true;
  std::mutex mutex;
  std::condition_variable readable, workable, writable;
  std::deque<std::shared_ptr<Slot>> order;  ///< all lines that are not written
  std::deque<std::shared_ptr<Slot>> waiting;
  std::unordered_set<std::shared_ptr<Slot>> running;
  std::size_t weight = 0;    ///< of all slots in `order`
  std::size_t given_up = 0;  ///< threads at work on records that were given up
  bool read_all = false;
  bool stopped = false;
};

void set_weight(Shared& shared, Slot& slot, std::size_t weight) {
  shared.weight += weight;
  shared.weight -= slot.weight;
  slot.weight = weight;
}

Answer answer_or_fail(const InputLine& line, const RecordJob& job) {
  try {
    return answer(line, job);
  } catch (const std::bad_alloc&) {
    return answer_with({ErrorCode::internal, "out of memory", std::nullopt}, line, job);
  }
}

void work(const std::shared_ptr<Shared>& shared, std::size_t worker) {
  std::unique_lock lock(shared->mutex);
  for (;;) {
    shared->workable.wait(lock,
                          [&] { return shared->stopped || !shared->waiting.empty() || shared->read_all; });
    if (shared->stopped || shared->waiting.empty()) {
      return;
    }
    const std::shared_ptr<Slot> slot = std::move(shared->waiting.front());
    shared->waiting.pop_front();
    slot->worker = worker;
    slot->started = Clock::now();
    shared->running.insert(slot);
    lock.unlock();
    Answer answer = answer_or_fail(slot->line, *shared->job);
    lock.lock();
    if (shared->running.erase(slot) == 0) {
      --shared->given_up;  // another thread is in this one's place
      return;
    }
    set_weight(*shared, *slot, answer.line.size() + sizeof(Slot));
    slot->line.text = {};
    slot->answer = std::move(answer);
    if (shared->prompt && slot == shared->order.front()) {
      shared->writable.notify_one();
    }
  }
}

void read(const std::shared_ptr<Shared>& shared, InputLines& lines) {
  for (;;) {
    while (!lines.ready(kTickMilliseconds)) {
      const std::lock_guard lock(shared->mutex);
      if (shared->stopped) {
        return;
      }
    }
    std::optional<InputLine> line = lines.next();
    std::unique_lock lock(shared->mutex);
    if (line) {
      // One line is let in whatever its size.
      shared->readable.wait(lock, [&] {
        return shared->stopped || shared->order.empty() ||
               shared->weight + line->text.size() <= shared->most_waiting;
      });
    }
    if (shared->stopped) {
      return;
    }
    if (!line) {
      shared->read_all = true;
      shared->workable.notify_all();
      shared->writable.notify_one();
      return;
    }
    auto slot = std::make_shared<Slot>();
    slot->line = *std::move(line);
    set_weight(*shared, *slot, slot->line.text.size() + sizeof(Slot));
    shared->order.push_back(slot);
    shared->waiting.push_back(std::move(slot));
    shared->workable.notify_one();
  }
}

/// Gives up what takes too long.
void watch(const std::shared_ptr<Shared>& shared, const PipelineOptions& options,
           std::vector<std::thread>& workers) {
  const Clock::time_point now = Clock::now();
  const auto late = [&](const std::shared_ptr<Slot>& slot) {
    return std::chrono::duration<double>(now - slot->started).count() > options.seconds;
  };
  for (auto at = shared->running.begin(); at != shared->running.end();) {
    if (!late(*at) || shared->given_up == options.jobs) {
      ++at;
      continue;
    }
    const std::shared_ptr<Slot> slot = *at;
    at = shared->running.erase(at);
    ++shared->given_up;
    slot->answer = answer_with(
        {ErrorCode::aborted, "the record took longer than the time that --max-seconds allows", std::nullopt},
        slot->line, *shared->job);
    workers[slot->worker].detach();
    workers[slot->worker] = std::thread(work, shared, slot->worker);
  }
}

/// Whether all was written; else the sink has stopped it.
bool write(const std::shared_ptr<Shared>& shared, const PipelineOptions& options, const AnswerSink& sink,
           std::vector<std::thread>& workers) {
  std::unique_lock lock(shared->mutex);
  Clock::time_point last_tick = Clock::now();
  const auto ready = [&] {
    return shared->order.empty() ? shared->read_all : shared->order.front()->answer.has_value();
  };
  for (;;) {
    if (!ready()) {
      lock.unlock();
      if (!sink.wait()) {
        return false;
      }
      lock.lock();
      shared->writable.wait_for(
          lock, std::chrono::milliseconds(options.prompt ? kTickMilliseconds : kGatherMilliseconds), ready);
    }
    if (Clock::now() - last_tick > std::chrono::milliseconds(kTickMilliseconds)) {
      last_tick = Clock::now();
      if (options.seconds > 0) {
        watch(shared, options, workers);
      }
      lock.unlock();
      if (!sink.tick()) {
        return false;
      }
      lock.lock();
    }
    if (!ready()) {
      continue;
    }
    if (shared->order.empty()) {
      return true;
    }
    const std::shared_ptr<Slot> slot = std::move(shared->order.front());
    shared->order.pop_front();
    lock.unlock();
    const bool go_on = sink.take(slot->line, *slot->answer);
    lock.lock();
    set_weight(*shared, *slot, 0);
    if (shared->order.empty() || shared->weight < shared->most_waiting / 4 * 3) {
      shared->readable.notify_one();
    }
    if (!go_on) {
      return false;
    }
  }
}

}  // namespace

bool run_pipeline(InputLines& lines, std::shared_ptr<const RecordJob> job, const PipelineOptions& options,
                  const AnswerSink& sink) {
  const auto shared = std::make_shared<Shared>();
  shared->job = std::move(job);
  shared->most_waiting = kWaitingBytes * options.jobs;
  shared->prompt = options.prompt;
  std::thread reader(read, shared, std::ref(lines));
  std::vector<std::thread> workers;
  workers.reserve(options.jobs);
  for (std::size_t i = 0; i < options.jobs; ++i) {
    workers.emplace_back(work, shared, i);
  }
  const bool written = write(shared, options, sink, workers);
  bool at_work = !written;
  {
    const std::lock_guard lock(shared->mutex);
    shared->stopped = true;
    at_work = at_work || shared->given_up > 0;
  }
  shared->readable.notify_all();
  shared->workable.notify_all();
  reader.join();
  for (std::thread& worker : workers) {
    written ? worker.join() : worker.detach();
  }
  return at_work;
}

}  // namespace naqi::cli
