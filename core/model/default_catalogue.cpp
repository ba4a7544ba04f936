#include "core/model/catalogue.h"

#include <QFile>

// Outside every namespace: the macro declares a function of the generated resource code.
static void initCatalogueResource() {
    Q_INIT_RESOURCE(latchkey_catalogues);
}

namespace latchkey {

namespace {
QByteArray shippedJson(const QString &id) {
    initCatalogueResource();
    QFile file(QStringLiteral(":/latchkey/catalogues/%1.json").arg(id));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

QList<ShippedCatalogue> shippedCatalogues() {
    return {{QStringLiteral("business-tools"), QStringLiteral("Business tools"),
             shippedJson(QStringLiteral("business-tools"))},
            {QStringLiteral("licensing-platform"), QStringLiteral("Licensing platform"),
             shippedJson(QStringLiteral("licensing-platform"))},
            {QStringLiteral("email-platform"), QStringLiteral("Email platform"),
             shippedJson(QStringLiteral("email-platform"))}};
}

QByteArray defaultCatalogueJson() {
    return shippedJson(QStringLiteral("business-tools"));
}

} // namespace latchkey
