#include "ui/shell/rename_sheet.h"

#include "ui/format/words.h"

namespace latchkey::ui {

namespace {
QString problemOf(const KeyService &service, const ApiKey &key, const QString &name) {
    KeyConfig c = key.config;
    c.name = name;
    const auto errors = service.check(c, &key.config);
    for (const FieldError &e : errors) {
        if (e.field == QStringLiteral("name"))
            return sentence(e);
    }
    return {};
}
} // namespace

RenameSheet::RenameSheet(KeyService &service, const ApiKey &key, QWidget *parent)
    : NameSheet(
          {tr("Rename key"), tr("Key name"), tr("Rename")}, key.config.name,
          [&service, key](const QString &name) { return problemOf(service, key, name); }, parent) {
    setObjectName(QStringLiteral("renameSheet"));
}

} // namespace latchkey::ui
