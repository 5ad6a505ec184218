# What the core stands on, under the same target names natively and in WebAssembly.

if(EMSCRIPTEN)
  # Debian's emcc looks for its own JavaScript modules where only Debian's node finds them.
  if(EXISTS /usr/share/nodejs/acorn)
    set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
  endif()

  # The setting changed its name.
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
    set(NAQI_STACK_SIZE TOTAL_STACK)
  else()
    set(NAQI_STACK_SIZE STACK_SIZE)
  endif()

  include(IcuForWasm)

  # A place of its own for the one header library: /usr/include on the search path would hide Emscripten's headers.
  find_path(NLOHMANN_JSON_INCLUDE nlohmann/json.hpp PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH
    REQUIRED)
  file(COPY ${NLOHMANN_JSON_INCLUDE}/nlohmann DESTINATION ${PROJECT_BINARY_DIR}/third_party/include)
  add_library(nlohmann_json INTERFACE)
  target_include_directories(nlohmann_json SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/third_party/include)
  add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
else()
  # Debian's libicuuc.a is not made for shared objects, and its libicuuc.so brings 30 MB of data.
  option(NAQI_PORTABLE "Link ICU (compiled from NAQI_ICU_SOURCE), zlib and zstd into what is built" OFF)
  if(NAQI_PORTABLE)
    include(IcuForWasm)
  else()
    find_package(ICU 72 REQUIRED COMPONENTS uc)
  endif()
  find_package(nlohmann_json 3.11 REQUIRED)
endif()
