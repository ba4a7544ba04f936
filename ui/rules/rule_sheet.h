#pragma once

#include "core/model/catalogue.h"
#include "core/model/gateway_rule.h"
#include "ui/dialogs/form/form_sheet.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class FieldRow;

/// What is wrong with a field of a rule.
QString ruleSentence(const FieldError &fault);

/// Adds a rule or changes one. Knows nothing of keeping it.
class RuleSheet final : public FormSheet {
    Q_OBJECT
public:
    /// `added`: there is no such rule yet.
    RuleSheet(const GatewayRule &rule, bool added, const Catalogue &catalogue, QWidget *parent);
    [[nodiscard]] GatewayRule rule() const;
    static QString anyKey(); ///< the choice of no permission

protected:
    [[nodiscard]] bool isChanged() const override;

private:
    void check();
    const Catalogue m_catalogue;
    GatewayRule m_opened;          ///< as its fields had it at first
    QLineEdit *m_path, *m_methods; // made in the order in which Tab goes through them
    QComboBox *m_scope, *m_environment, *m_type;
    FieldRow *m_methodsRow, *m_pathRow, *m_scopeRow;
    QLabel *m_reason; ///< why it can't be added yet
    QPushButton *m_done;
    bool m_touched = false;
};

} // namespace latchkey::ui
