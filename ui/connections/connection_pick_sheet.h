#pragma once

#include "core/services/connections/all_connections.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace latchkey::ui {

/// "In which connection?": before a key is created where several are shown. Those that can't take one say
/// why.
class ConnectionPickSheet final : public QDialog {
    Q_OBJECT
public:
    /// `first`: chosen at first, if it can be.
    ConnectionPickSheet(const AllConnections &all, const KeyId &first, QWidget *parent);
    [[nodiscard]] std::optional<AllConnections::Row> chosen() const;

private:
    QList<AllConnections::Row> m_rows;
    QListWidget *m_list;
    QPushButton *m_go;
};

} // namespace latchkey::ui
