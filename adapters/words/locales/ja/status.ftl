### Where somebody is on the way to a second factor, for administrators.

status-label-not-required = 任意
status-label-announced = 予告済み
status-label-grace = 猶予期間
status-label-must-activate = 要設定
status-label-overdue = 期限超過
status-label-active = 設定済み
status-label-exempt = 免除中
status-label-off = 対象外
status-label-unknown = 未判定

status-not-required = 2要素認証は未設定です。必須ではありません。
status-announced = 2要素認証は未設定です。{ $from } から必須になります。
status-grace = 2要素認証は未設定です。{ $until } まで延期できます。
status-skips =
    { $count ->
       *[other] 2要素認証は未設定です。あと{ $count }回延期できます。
    }
status-must-activate = 2要素認証は未設定です。{ $since } から設定が必須になっています。
status-overdue = { $since } から必須ですが、2要素認証はまだ設定されていません。
status-active = 2要素認証を設定済みです。
status-exempt = { $until } まで、何も求めません。
status-off = このアカウントは2要素認証の対象外です。
