Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\{{.ID}}"
!define CLASS "{{.Command}}.{{.FileType.Extension}}"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"
!define MULTIUSER_INSTALLMODE_INSTDIR "{{nsis .Name}}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!include MultiUser.nsh
!include MUI2.nsh

Name "$(NAME)"
OutFile "{{.Setup}}"
BrandingText "{{nsis .Name}} {{.Version}}"
ManifestDPIAware true

!define MUI_ICON "{{.Files}}/program.ico"
!define MUI_UNICON "{{.Files}}/program.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\{{.Command}}.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first language is taken where the system has none of them.
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_LANGUAGE "English"
{{- range .Languages}}
LangString NAME {{.ID}} "{{nsis .Name}}"
LangString KIND {{.ID}} "{{nsis .FileType}}"
LangString RUNNING {{.ID}} "{{nsis .Running}}"
VIAddVersionKey /LANG={{.ID}} "ProductName" "{{nsis .Name}}"
VIAddVersionKey /LANG={{.ID}} "FileDescription" "{{nsis .Name}}"
VIAddVersionKey /LANG={{.ID}} "FileVersion" "{{$.Version}}"
VIAddVersionKey /LANG={{.ID}} "ProductVersion" "{{$.Version}}"
VIAddVersionKey /LANG={{.ID}} "CompanyName" "{{nsis $.Publisher}}"
VIAddVersionKey /LANG={{.ID}} "LegalCopyright" "{{nsis $.Copyright}}"
{{- end}}
VIProductVersion "{{.Version}}.{{.Build}}"
VIFileVersion "{{.Version}}.{{.Build}}"

Function .onInit
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; A running program cannot be written to. Told, and tried again as often as the
; user likes; without a user the installer ends with code 2.
!macro closed
  IfFileExists "$INSTDIR\{{.Command}}.exe" 0 free
  try:
    ClearErrors
    FileOpen $0 "$INSTDIR\{{.Command}}.exe" a
    IfErrors 0 opened
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY try
    SetErrorLevel 2
    Quit
  opened:
    FileClose $0
  free:
!macroend

; The desktop reads kinds of files anew (SHCNE_ASSOCCHANGED, SHCNF_IDLIST).
!macro associationsChanged
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
!macroend

Section
  !insertmacro closed
{{- range .Tree}}
  SetOutPath "$INSTDIR{{.Folder}}"
  File "/oname={{.Name}}" "{{$.Files}}/{{.Path}}"
{{- end}}
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(NAME).lnk" "$INSTDIR\{{.Command}}.exe"

  WriteRegStr SHCTX "Software\Classes\.{{.FileType.Extension}}" "" "${CLASS}"
  WriteRegStr SHCTX "Software\Classes\.{{.FileType.Extension}}" "Content Type" "{{.FileType.MIME}}"
  WriteRegStr SHCTX "Software\Classes\.{{.FileType.Extension}}\OpenWithProgids" "${CLASS}" ""
  WriteRegStr SHCTX "Software\Classes\${CLASS}" "" "$(KIND)"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\{{.Command}}.exe,-{{.DocumentIcon}}"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\{{.Command}}.exe" "%1"'
  WriteRegStr SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\{{.Command}}.exe" "" "$INSTDIR\{{.Command}}.exe"

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "$(NAME)"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "{{.Version}}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\{{.Command}}.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "{{nsis .Publisher}}"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" {{.Kilobytes}}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  !insertmacro associationsChanged
SectionEnd

Section "Uninstall"
  !insertmacro closed
{{- range .Tree}}
  Delete "$INSTDIR{{.Folder}}\{{.Name}}"
{{- end}}
  Delete "$INSTDIR\uninstall.exe"
{{- range .Folders}}
  RMDir "$INSTDIR{{.}}"
{{- end}}
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\$(NAME).lnk"

  ; Another program may have taken the files over meanwhile.
  ReadRegStr $0 SHCTX "Software\Classes\.{{.FileType.Extension}}" ""
  StrCmp $0 "${CLASS}" 0 theirs
    DeleteRegValue SHCTX "Software\Classes\.{{.FileType.Extension}}" ""
    DeleteRegValue SHCTX "Software\Classes\.{{.FileType.Extension}}" "Content Type"
  theirs:
  DeleteRegValue SHCTX "Software\Classes\.{{.FileType.Extension}}\OpenWithProgids" "${CLASS}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.{{.FileType.Extension}}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.{{.FileType.Extension}}"
  DeleteRegKey SHCTX "Software\Classes\${CLASS}"
  DeleteRegKey SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\{{.Command}}.exe"
  DeleteRegKey SHCTX "${UNINSTALL}"
  !insertmacro associationsChanged
SectionEnd
