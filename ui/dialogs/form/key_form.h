#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/catalogue.h"
#include "ui/dialogs/form/dialog_context.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace latchkey::ui {

class ExpiryField;
class FieldRow;
class IpField;
class KeyPicker;
class LimitsField;
class ListEdit;
class PermissionTree;
class Segmented;

/// All fields of a key. Knows nothing of creating or saving. Errors appear under a field once the person has
/// touched it.
class KeyForm : public QWidget {
    Q_OBJECT
public:
    /// With `existing` environment and type are shown, but fixed, and there are no templates.
    KeyForm(const DialogContext &context, bool existing, QWidget *parent = nullptr);

    /// `full`: of a service's key that may do everything, and goes on so unless it is restricted here.
    void load(const KeyConfig &config, std::optional<Environment> environment, bool full = false);
    void setDefaultExpiry(); ///< 90 days
    [[nodiscard]] KeyConfig config() const;
    [[nodiscard]] std::optional<Environment> environment() const;
    /// A service's key that may do everything, also what comes later: its permissions are not chosen.
    [[nodiscard]] bool fullAccess() const;
    /// What the widgets hold that no KeyConfig can: bad counts, bad address lines, no environment.
    [[nodiscard]] QList<FieldError> inputErrors() const;
    void showErrors(const QList<FieldError> &errors);
    void touchAll();
    [[nodiscard]] bool isTouched() const { return !m_touched.isEmpty(); }
    void focusField(const QString &field);
    /// Chooses these permissions besides those that are chosen, and says so: nothing is saved.
    void markToAdd(const ScopeSet &scopes);
    /// Something to read over the first field.
    void setNotice(QWidget *notice);
    void setNameWarning(const QString &text);
    void setSuggestions(const QStringList &owners, const QStringList &tags);
    void setCustomers(const QStringList &ids, const QStringList &labels);
    [[nodiscard]] FieldRow *row(const QString &field) const { return m_rows.value(field); }
    [[nodiscard]] PermissionTree &permissions() { return *m_permissions; }

signals:
    void changed();

private:
    FieldRow *add(const QString &id, const QString &label, QWidget *field, bool required = false);
    QLabel *addSection(const QString &title);
    void buildIdentity();
    void buildAccess();
    void buildLimits();
    void buildAbout();
    void touched(const QString &field);
    void switchType(KeyType type);
    void applyTemplate(int index);
    void applyKey(const ApiKey &key);
    [[nodiscard]] KeyType type() const;
    void setType(KeyType type);
    void buildType();
    void chooseAccess(int access);
    void showPermissions();
    [[nodiscard]] ScopeSet choosable(const KeyConfig &config) const;
    void leaveOutMissing();

    DialogContext m_context;
    Catalogue m_catalogue;
    Capabilities m_can;
    bool m_existing;
    bool m_loading = false;
    KeyConfig m_base;
    QVBoxLayout *m_box;
    QLabel *m_limitsSection = nullptr, *m_accessSection = nullptr;
    QHash<QString, FieldRow *> m_rows;
    QSet<QString> m_touched;
    QLineEdit *m_name = nullptr, *m_owner = nullptr;
    Segmented *m_environment = nullptr, *m_type = nullptr;
    QComboBox *m_template = nullptr;
    KeyPicker *m_picker = nullptr;
    PermissionTree *m_permissions = nullptr;
    ListEdit *m_customers = nullptr, *m_tags = nullptr;
    LimitsField *m_limits = nullptr;
    ExpiryField *m_expires = nullptr;
    IpField *m_ips = nullptr;
    QPlainTextEdit *m_note = nullptr;
};

} // namespace latchkey::ui
