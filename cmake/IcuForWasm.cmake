# ICU::uc for WebAssembly: character properties, lower case, NFC and scripts of ICU's common library, from its data.
#
# Natively ICU::uc is Debian's library; here the same version is compiled from the folder NAQI_ICU_SOURCE, where
# cmake/fetch-icu puts it. Nothing is loaded at run time: these tables are compiled into the code. What needs a data
# package (break rules, names, collation, converters, locales) is left out, and with it two thirds of the size;
# icu_for_wasm.cpp stands in for the files that would bring it back.

set(NAQI_ICU_SOURCE ${PROJECT_SOURCE_DIR}/build/third_party/icu/source CACHE PATH "The folder `source` of ICU 72.1")
set(COMMON ${NAQI_ICU_SOURCE}/common)
if(NOT EXISTS ${COMMON}/unicode/uchar.h)
  message(FATAL_ERROR "ICU's source is not in ${NAQI_ICU_SOURCE}. On Debian `cmake/fetch-icu build/third_party` puts "
    "it there (./dev build does); elsewhere set NAQI_ICU_SOURCE to the folder `source` of the ICU 72.1 release.")
endif()
file(STRINGS ${COMMON}/unicode/uvernum.h VERSION_LINE REGEX "define U_ICU_VERSION \"")
if(NOT VERSION_LINE MATCHES "\"72\\.1\"")
  message(FATAL_ERROR "NAQI_ICU_SOURCE is not ICU 72.1: ${VERSION_LINE}")
endif()

find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
set(PROPERTIES ${PROJECT_BINARY_DIR}/third_party/icu_properties.inc)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/third_party)
add_custom_command(
  OUTPUT ${PROPERTIES}
  COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/icu_properties.py ${NAQI_ICU_SOURCE} ${PROPERTIES}
  DEPENDS ${CMAKE_CURRENT_LIST_DIR}/icu_properties.py
  COMMENT "Boiling down ICU's properties"
  VERBATIM)

add_library(naqi_icu STATIC ${COMMON}/utf_impl.cpp ${CMAKE_CURRENT_LIST_DIR}/icu_for_wasm.cpp ${PROPERTIES})
target_include_directories(naqi_icu PRIVATE ${PROJECT_BINARY_DIR}/third_party)
target_include_directories(naqi_icu SYSTEM PUBLIC ${COMMON})
target_compile_definitions(naqi_icu
  PRIVATE U_COMMON_IMPLEMENTATION=1
  PUBLIC U_STATIC_IMPLEMENTATION=1 U_CHARSET_IS_UTF8=1 U_NO_DEFAULT_INCLUDE_UTF_HEADERS=1 U_USING_ICU_NAMESPACE=0
    UCONFIG_NO_SERVICE=1 UCONFIG_NO_FORMATTING=1 UCONFIG_NO_COLLATION=1 UCONFIG_NO_TRANSLITERATION=1
    UCONFIG_NO_REGULAR_EXPRESSIONS=1 UCONFIG_NO_LEGACY_CONVERSION=1 UCONFIG_NO_IDNA=1 UCONFIG_NO_FILE_IO=1
    UCONFIG_ONLY_HTML_CONVERSION=1)
target_compile_options(naqi_icu PRIVATE -w -fno-exceptions)
add_library(ICU::uc ALIAS naqi_icu)
