#pragma once

#include "ui/shell/bulk_deed.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class ExpiryField;
class LimitsField;
class RiskGroups;
class ListEdit;
class RotateFields;
struct RotationWish;

/// "2 are damaged. 5 don't need it and are skipped." Which it would hurt say the RiskGroups above it.
QString riskText(const KeySummary &summary, Deed deed);

/// One change for all selected keys: which, to what, and how many of them it would hurt. What can't be taken
/// back asks for their number.
class BulkSheet : public QDialog {
    Q_OBJECT
public:
    BulkSheet(KeyService &service, const KeySelection &keys, QWidget *parent);
    [[nodiscard]] Deed deed() const;
    [[nodiscard]] DeedValue value() const;
    [[nodiscard]] RotationWish rotation() const; ///< of Deed::Rotate
    void choose(Deed deed);

protected:
    void resizeEvent(QResizeEvent *e) override;
    void showEvent(QShowEvent *e) override;

private:
    void build();
    void fit();
    void check();
    void preview();
    KeyService &m_service;
    KeySelection m_keys;
    QComboBox *m_deed;
    QStackedWidget *m_values;
    ListEdit *m_tags;
    QLineEdit *m_owner, *m_reason, *m_count;
    ExpiryField *m_expiry;
    LimitsField *m_limits;
    RotateFields *m_rotate;
    QCheckBox *m_leaked;
    RiskGroups *m_groups;
    QLabel *m_risks, *m_problem, *m_countLabel;
    QPushButton *m_apply;
    KeySummary m_summary;
    bool m_counted = false;
    int m_fitted = -1; ///< the page that the sheet's height was made for
};

} // namespace latchkey::ui
