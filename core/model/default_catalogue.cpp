#include "core/model/catalogue.h"

#include <QFile>

// Outside every namespace: the macro declares a function of the generated resource code.
static void initCatalogueResource() {
    Q_INIT_RESOURCE(latchkey_catalogues);
}

namespace latchkey {

QByteArray defaultCatalogueJson() {
    initCatalogueResource();
    QFile file(QStringLiteral(":/latchkey/catalogues/business-tools.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace latchkey
