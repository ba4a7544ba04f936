# What Qt's headers cost to read is paid once: a precompiled header a target, and with CMAKE_UNITY_BUILD (a build from
# nothing: tests in CI, packages, the checks of the source) one translation unit a room.
foreach(target latchkey_core latchkey_ui latchkey_api latchkey_ctl latchkey_server)
  if(NOT TARGET ${target})
    continue()
  endif()
  target_precompile_headers(${target} PRIVATE <QtCore> <QtSql> <QtNetwork> <tl/expected.hpp>
    $<$<STREQUAL:${target},latchkey_ui>:<QtWidgets$<ANGLE-R>>)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    if(source MATCHES "\\.cpp$")
      cmake_path(GET source PARENT_PATH room)
      cmake_path(RELATIVE_PATH room BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
      string(REPLACE "/" "_" room "${room}")
      set_source_files_properties("${source}" TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP "${room}")
    endif()
  endforeach()
endforeach()
