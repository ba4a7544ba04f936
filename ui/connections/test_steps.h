#pragma once

#include "core/services/connections/open_connection.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

/// What Test connection has found, step by step; and the one question it may ask: whether a certificate that
/// nobody vouches for is to be trusted.
class TestSteps : public QFrame {
    Q_OBJECT
public:
    explicit TestSteps(QWidget *parent = nullptr);
    void showNothing();
    void showRunning();
    void showSteps(const QList<ConnectionStep> &steps, const Connection &connection);
    void showProblem(const Error &error, const Connection &connection);

signals:
    /// A person has compared the fingerprint and said yes.
    void trusted(const QByteArray &sha256);

private:
    QVBoxLayout *begin();
    void addRow(const QString &icon, ColorRole ink, const QString &title, const QString &word,
                const QString &text);
    void addCertificate(const Error &error, const Connection &connection);
    QWidget *m_inside = nullptr;
    QVBoxLayout *m_box;
};

} // namespace latchkey::ui
