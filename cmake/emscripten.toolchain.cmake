# Compiles to WebAssembly with the emcc that is first on PATH: Debian's (3.1.6) or a newer one of the user's own.

find_program(NAQI_EMCC emcc REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(REAL_PATH ${NAQI_EMCC} EMCC_REAL)
get_filename_component(EMSCRIPTEN_ROOT_PATH ${EMCC_REAL} DIRECTORY)

# The node of PATH runs the tests.
find_program(NAQI_NODE NAMES node nodejs REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(CMAKE_CROSSCOMPILING_EMULATOR ${NAQI_NODE} CACHE FILEPATH "node" FORCE)

include(${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)
