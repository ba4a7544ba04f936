# The one target that carries every compiler and linker option of the project.
add_library(latchkey_flags INTERFACE)
add_library(latchkey::flags ALIAS latchkey_flags)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

target_include_directories(latchkey_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(latchkey_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_FOREACH QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
  LATCHKEY_VERSION="${PROJECT_VERSION}")

if(MSVC)
  target_compile_options(latchkey_flags INTERFACE /W4 /WX /utf-8 /permissive-)
else()
  target_compile_options(latchkey_flags INTERFACE
    -Wall -Wextra -Wpedantic $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough -Werror -fno-omit-frame-pointer $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  target_compile_options(latchkey_flags INTERFACE
    $<$<CONFIG:Release,RelWithDebInfo>:-fstack-protector-strong -fstack-clash-protection -fcf-protection>)
  # The standard library's and Qt's containers end the program rather than reach past their ends.
  target_compile_definitions(latchkey_flags INTERFACE $<$<CONFIG:Release,RelWithDebInfo>:_GLIBCXX_ASSERTIONS QT_FORCE_ASSERTS>)
  # A target with LATCHKEY_QUICK is compiled quickly, and runs as it may.
  set(quick $<BOOL:$<TARGET_PROPERTY:LATCHKEY_QUICK>>)
  target_compile_options(latchkey_flags INTERFACE $<${quick}:-O0>)
  if(NOT LATCHKEY_SANITIZE)
    target_compile_options(latchkey_flags INTERFACE
      $<$<AND:$<CONFIG:Release,RelWithDebInfo>,$<NOT:${quick}>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
  endif()
  if(UNIX AND NOT APPLE)
    target_link_options(latchkey_flags INTERFACE $<$<CONFIG:Release,RelWithDebInfo>:-Wl,-z,relro,-z,now> -Wl,--as-needed)
  endif()
endif()

if(LATCHKEY_SANITIZE)
  # What sanitizers add makes GCC's guess at uninitialised values fail more often; builds without them keep it.
  target_compile_options(latchkey_flags INTERFACE "-fsanitize=${LATCHKEY_SANITIZE}" -fno-sanitize-recover=all
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  if(LATCHKEY_SANITIZE STREQUAL "thread")
    # Asio's fences are not seen by it; what they order is behind mutexes as well.
    target_compile_options(latchkey_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  endif()
  target_link_options(latchkey_flags INTERFACE "-fsanitize=${LATCHKEY_SANITIZE}")
endif()

# A debug build watches the GUI thread for stalls (ui/platform).
target_compile_definitions(latchkey_flags INTERFACE $<$<CONFIG:Debug>:LATCHKEY_STALL_WATCHDOG>)

find_program(LATCHKEY_MOLD mold)
if(LATCHKEY_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
  target_link_options(latchkey_flags INTERFACE -fuse-ld=mold)
endif()
find_program(LATCHKEY_CCACHE ccache)
if(LATCHKEY_CCACHE)
  # Precompiled headers are kept too: what they hold is in their own hash, times apart.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${LATCHKEY_CCACHE}")
endif()
