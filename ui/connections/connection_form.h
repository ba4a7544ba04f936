#pragma once

#include "core/services/connections/connection.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace latchkey::ui {

class FieldRow;
class FileField;
class SecretField;

/// The fields of one connection; those of other kinds are not shown. Knows nothing of keeping or opening.
class ConnectionForm : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);
    void load(const Connection &connection);
    [[nodiscard]] Connection connection() const;
    [[nodiscard]] SecretField &secret() { return *m_secret; }
    [[nodiscard]] SecretField &proxyPassword() { return *m_proxyPassword; }
    /// The certificate that a person has just trusted; all else stays, also what was typed as the secret.
    void setPin(const QByteArray &pin);
    /// Each under its field; those of fields that are not shown are left out.
    void showFaults(const QList<FieldError> &faults);
    /// Of the file of authorities that is named, as far as it has been looked for.
    [[nodiscard]] QList<FieldError> authorityFaults() const;
    void focusFirst();
    void focusName();

signals:
    void changed(); ///< by the person, all but the secret

private:
    FieldRow *add(const char *id, const QString &label, QWidget *field);
    void tabTo(QWidget *next);
    void buildDatabase();
    void buildProxy();
    void beside(FieldRow *left, FieldRow *right, int leftShare, int rightShare);
    void showKind();
    void showPin();
    void buildAccount();
    void chooseRegion();
    void lookForAuthority();
    void showAuthority();
    Connection m_base; ///< what no field holds
    QVBoxLayout *m_box;
    QWidget *m_lastTab = nullptr; ///< where Tab goes on from while the fields are made
    QHash<QString, FieldRow *> m_rows;
    QLineEdit *m_name, *m_host, *m_port, *m_database, *m_user, *m_url, *m_subuser, *m_ownProxy, *m_proxyUser;
    FileField *m_file, *m_authority;
    QComboBox *m_kind, *m_tls, *m_proxy, *m_safeMode, *m_region;
    QCheckBox *m_inAll;
    QSpinBox *m_timeout;
    SecretField *m_secret, *m_proxyPassword;
    QLabel *m_pin;
    QPushButton *m_forgetPin;
    QWidget *m_pinBox;
    QString m_lookedFor;                 ///< the file of authorities that was last looked for
    QList<FieldError> m_authorityFaults; ///< of it
    int m_looks = 0;
    QTimer m_longLook{this}; ///< a look that takes longer is said
    bool m_loading = false;
};

} // namespace latchkey::ui
