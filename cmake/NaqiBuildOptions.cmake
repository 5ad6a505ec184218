# Options of a whole build tree: compiler cache, sanitizers, coverage, fuzzing.

option(NAQI_SANITIZE "Build everything with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(NAQI_COVERAGE "Build everything with clang's source-based coverage" OFF)
option(NAQI_FUZZ "Build the fuzz targets in place of the tests (clang)" OFF)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(CCACHE_PROGRAM ccache NO_CMAKE_FIND_ROOT_PATH)
  if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  endif()
endif()

if(NAQI_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

if(NAQI_COVERAGE)
  add_compile_options(-fprofile-instr-generate -fcoverage-mapping)
  add_link_options(-fprofile-instr-generate)
endif()

if(NAQI_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link -UNDEBUG)
endif()

# The module is built for size (-Oz), but for the hot rooms (NaqiRoom.cmake). -sINLINING_LIMIT=0 in the preset: with -Oz
# and -Os emcc would tell clang to inline nothing at all, and a hot room then calls the noinline copy of every accessor
# of a string that a cold room has compiled as well: cleaning took three times as long. -Os instead of -Oz: 12 KB more.
