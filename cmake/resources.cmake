# Puts schemas, profiles, forms and the English catalogue into the program itself, so that a copied binary works
# anywhere and a bank is never judged by a file that somebody else can swap. formats/base/resources.h reads them.
find_package(Gettext REQUIRED)
find_program(MSGCAT msgcat REQUIRED)

function(tiku_resources target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} schemas/*.rng schemas/*.xml)
  file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/locale/en/*.po)
  set(mo ${CMAKE_CURRENT_BINARY_DIR}/locale/en.mo)
  add_custom_command(
    OUTPUT ${mo}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/locale
    COMMAND ${MSGCAT} --use-first --force-po -o ${CMAKE_CURRENT_BINARY_DIR}/locale/en.po ${catalogues}
    COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} -o ${mo} ${CMAKE_CURRENT_BINARY_DIR}/locale/en.po
    DEPENDS ${catalogues} VERBATIM)

  set(assembly ".section .rodata\n")
  set(table "#include \"formats/base/resource_table.h\"\n\n")
  set(rows "")
  set(index 0)
  set(paths ${mo})
  set(names locale/en.mo)
  foreach(file IN LISTS files)
    list(APPEND paths ${PROJECT_SOURCE_DIR}/${file})
    list(APPEND names ${file})
  endforeach()
  foreach(path name IN ZIP_LISTS paths names)
    string(APPEND assembly ".global tiku_res_${index}\n.global tiku_res_end_${index}\ntiku_res_${index}:\n"
           ".incbin \"${path}\"\ntiku_res_end_${index}:\n.byte 0\n")
    string(APPEND table "extern \"C\" const char tiku_res_${index}[];\nextern \"C\" const char tiku_res_end_${index}[];\n")
    string(APPEND rows "    {\"${name}\", tiku_res_${index}, tiku_res_end_${index}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
  string(APPEND table "\nnamespace tiku::formats {\nconst EmbeddedFile kEmbeddedFiles[] = {\n${rows}};\n"
         "const std::size_t kEmbeddedFileCount = ${index};\n}  // namespace tiku::formats\n")
  set(dir ${CMAKE_CURRENT_BINARY_DIR}/resources)
  file(CONFIGURE OUTPUT ${dir}/resources.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${dir}/resources.cpp CONTENT "${table}" @ONLY)
  set_source_files_properties(${dir}/resources.S PROPERTIES OBJECT_DEPENDS "${paths}")
  add_library(${target} STATIC ${dir}/resources.S ${dir}/resources.cpp)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
endfunction()
