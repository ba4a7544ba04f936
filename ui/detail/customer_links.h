#pragma once

#include "core/backend/vault_backend.h"

#include <QLabel>

namespace latchkey::ui {

/// The customers of a key by name, each a link; of an id that no customer has, that is said.
class CustomerLinks final : public QLabel {
    Q_OBJECT
public:
    CustomerLinks(VaultBackend &backend, const QStringList &ids, QWidget *parent = nullptr);

signals:
    void requested(const QString &customerId);

private:
    void fill(const QList<Customer> *known); ///< null: nobody has said yet, or can
    QStringList m_ids;                       ///< the first of them
    qsizetype m_more;
};

} // namespace latchkey::ui
