# ICU::uc for WebAssembly: character properties, NFC and scripts of ICU's common library, built from source.
#
# Natively ICU::uc is Debian's library; here the same version is compiled from the folder NAQI_ICU_SOURCE, where
# cmake/fetch-icu puts it. Nothing is loaded at run time: nearly all tables are compiled into the code, the one that is
# not (the emoji properties) stands in a data package of 13 KB. What needs more data (break rules, names, collation,
# converters, locales) is left out, and with it two thirds of the size.

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

set(FILES
  appendable bmpset bytesinkutil bytestream bytestrie characterproperties charstr cmemory cstring edits emojiprops
  filterednormalizer2 loadednormalizer2impl localebuilder locid loclikely locmap normalizer2 normalizer2impl parsepos
  patternprops propname putil resource ruleiter stringpiece uarrsort ubidi_props ucase uchar ucharstrie
  ucharstrieiterator ucln_cmn ucmndata ucptrie udata udatamem udataswp uenum uhash uinvchar uloc uloc_keytype uloc_tag
  umapfile umath umutablecptrie umutex unames unifilt unifunct uniset uniset_props unisetspan unistr unistr_case
  unormcmp uobject uprops uresbund uresdata uscript uscript_props ustrcase ustrenum ustring ustrtrns utf_impl util
  utrace utrie2 utrie_swap utypes uvector uvectr32)
list(TRANSFORM FILES PREPEND ${COMMON}/)
list(TRANSFORM FILES APPEND .cpp)

find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
set(DATA ${NAQI_ICU_SOURCE}/data/in/uemoji.icu)
set(DATA_SOURCE ${PROJECT_BINARY_DIR}/third_party/icu_data.cpp)
add_custom_command(
  OUTPUT ${DATA_SOURCE}
  COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/icu_data.py ${DATA_SOURCE} ${DATA}
  DEPENDS ${CMAKE_CURRENT_LIST_DIR}/icu_data.py ${DATA}
  COMMENT "Packing ICU's data"
  VERBATIM)

add_library(naqi_icu STATIC ${FILES} ${DATA_SOURCE})
target_include_directories(naqi_icu SYSTEM PUBLIC ${COMMON})
target_compile_definitions(naqi_icu
  PRIVATE U_COMMON_IMPLEMENTATION=1
  PUBLIC U_STATIC_IMPLEMENTATION=1 U_CHARSET_IS_UTF8=1 U_NO_DEFAULT_INCLUDE_UTF_HEADERS=1 U_USING_ICU_NAMESPACE=0
    UCONFIG_NO_SERVICE=1 UCONFIG_NO_FORMATTING=1 UCONFIG_NO_COLLATION=1 UCONFIG_NO_TRANSLITERATION=1
    UCONFIG_NO_REGULAR_EXPRESSIONS=1 UCONFIG_NO_LEGACY_CONVERSION=1 UCONFIG_NO_IDNA=1 UCONFIG_NO_FILE_IO=1
    UCONFIG_ONLY_HTML_CONVERSION=1)
target_compile_options(naqi_icu PRIVATE -w -fno-exceptions)
add_library(ICU::uc ALIAS naqi_icu)
