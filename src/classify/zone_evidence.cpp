#include "classify/scene.h"

namespace naqi {
namespace {

constexpr std::uint32_t kReach = 60;  // pieces that a heading can announce

bool is_link(const Mark& mark) noexcept {
  return mark.strong && (mark.label == Label::related_link || mark.label == Label::related_list);
}

/// «إقرأ أيضا:», one headline, and then a text of its own, of two sentences or more: another article. It goes
/// on up to the next marker or run of short lines.
void find_second_article(Scene& scene, std::uint32_t marker) {
  std::uint32_t i = marker + 1;
  while (i < scene.count && !scene.sentence[i] && !scene.marks[i].strong && !scene.listed(i)) {
    ++i;
  }
  const std::uint32_t headlines = i - marker - 1;
  const bool text = i + 1 < scene.count && scene.sentence[i] && scene.sentence[i + 1];
  if (!text || headlines > 2 || scene.shape(i).opens_with_conjunction) {
    return;
  }
  const auto closes = [&](std::uint32_t k) {
    const Mark& mark = scene.marks[k];
    return !scene.sentence[k] && ((mark.strong && (mark.links || mark.end)) ||
                                  (k + 1 < scene.count && !scene.sentence[k + 1] && !is_link(mark)));
  };
  bool link = false;  // a link inside the other article stays a link, up to the end of its headlines
  for (std::uint32_t k = marker; k < scene.count && (k <= i || !closes(k)); ++k) {
    const bool marked = k > marker && is_link(scene.marks[k]);
    const bool was_link = link;
    link = marked || (link && !scene.pieces[k].begins_line && !scene.shape(k).sentence());
    if (was_link && !link) {
      scene.add(k, Feature::second_goes_on, Label::other_article);
    }
    scene.add(k, Feature::second_article, link ? Label::related_link : Label::other_article);
  }
}

/// The pieces that a marker without headlines of its own announces.
class Announcement {
 public:
  void open(std::uint32_t marker, bool this_line_only) {
    marker_ = marker;
    this_line_only_ = this_line_only;
    open_ = true;
  }

  void look_at(Scene& scene, std::uint32_t i) {
    if (!open_) {
      return;
    }
    const bool same_line = scene.pieces[i].line == scene.pieces[marker_].line;
    if (scene.marks[i].strong || scene.sentence[i] || (this_line_only_ && !same_line)) {
      open_ = false;
      return;
    }
    if (i - marker_ > kReach) {
      return;
    }
    const Label label = scene.marks[marker_].label;
    scene.add(i, Feature::announced, label);
    if (same_line) {
      scene.add(i, Feature::announced_line, label);
    }
    if (i == marker_ + 1) {
      scene.add(i, Feature::announced_next, label);
    }
  }

 private:
  std::uint32_t marker_ = 0;
  bool open_ = false;
  bool this_line_only_ = false;  // the marker has a headline; what is glued behind it are further ones
};

}  // namespace

void look_at_zones(Scene& scene) {
  bool comments = false;
  bool ended = false;
  bool closed = false;  // what ends an article stands between the last sentence and here
  std::uint32_t seen = 0;
  Announcement announcement;
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    const Mark& mark = scene.marks[i];
    if (mark.closes_comments && !mark.comments) {
      comments = false;
    }
    scene.add_if(comments, i, Feature::after_comments);
    scene.add_if(ended, i, Feature::after_end);
    scene.add_if(ended && scene.far[i], i, Feature::far_after_end);
    announcement.look_at(scene, i);
    seen += scene.sentence[i] ? 1U : 0U;
    if (mark.comments && (seen > 0 || (scene.sentences == 0 && i >= 6))) {
      comments = true;
    }
    if (scene.sentence[i]) {
      closed = false;
    } else if ((mark.end || scene.shape(i).dump()) && seen > 0) {
      ended = true;
      closed = closed || !mark.links;
    }
    if (mark.links || mark.keywords) {
      announcement.open(i, false);
      if (mark.links && (scene.in_tail(i) || closed)) {
        find_second_article(scene, i);
      }
    } else if (mark.strong && mark.label == Label::related_link && !scene.pieces[i].ends_line) {
      announcement.open(i, true);
    }
  }
}

}  // namespace naqi
