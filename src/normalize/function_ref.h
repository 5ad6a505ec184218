#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace naqi {

template <typename Signature>
class FunctionRef;

/// A callable that someone else holds, for the time of a call (C++26 has it as std::function_ref): what takes
/// one needs no template, and stands in a .cpp file.
template <typename Result, typename... Arguments>
class FunctionRef<Result(Arguments...)> {
 public:
  /// Of a lambda as it is; copies are left to the copy constructor.
  template <typename Callable,
            typename = std::enable_if_t<!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef> &&
                                        std::is_invocable_r_v<Result, Callable&, Arguments...>>>
  FunctionRef(Callable&& callable) noexcept  // NOLINT(google-explicit-constructor)
      : callable_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),
        call_([](void* held, Arguments... arguments) -> Result {
          return (*static_cast<std::remove_reference_t<Callable>*>(held))(
              std::forward<Arguments>(arguments)...);
        }) {}

  Result operator()(Arguments... arguments) const {
    return call_(callable_, std::forward<Arguments>(arguments)...);
  }

 private:
  void* callable_;
  Result (*call_)(void*, Arguments...);
};

}  // namespace naqi
