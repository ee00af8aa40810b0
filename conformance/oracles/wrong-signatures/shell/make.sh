#!/bin/sh
# Commits errors, one or two at a time, with the tools of a shell, and prints what comes of it: a JSON object a line.
#
#   sh conformance/oracles/wrong-signatures/shell/make.sh
#
# Each error changes one step, and two may change the same: how the text is made, how the key is appended, what is digested and how, what is printed.
# In every step standard input becomes standard output.
set -eu
LC_ALL=C
export LC_ALL

KEY=5f0c2d9e7b1a4c38a6e2d41f90b7c85e
WECHAT_KEY=Tx8Qm2Vb7Lw4Kz9Rn5Hc3Yd6Pg1Jf0As

# The body as it is signed, and as it is sent.
quick_signed() {
  printf '%s' '{"AMT":"1","CARDNO":"6222020000000000017","CARDTYPE":"1","ID_NO":"110101190001010011","MERORDERID":"SH20180305001","NAME":"王 五","NOTIFY_URL":"https:\/\/shop.example\/n?a=1&b=2","PHONENO":"13800138000","RANDSTR":"q7"}'
}
quick_unsorted() {
  printf '%s' '{"MERORDERID":"SH20180305001","AMT":"1","NAME":"王 五","PHONENO":"13800138000","CARDNO":"6222020000000000017","CARDTYPE":"1","ID_NO":"110101190001010011","RANDSTR":"q7","NOTIFY_URL":"https:\/\/shop.example\/n?a=1&b=2"}'
}
quick_message() {
  printf '{"CommandID":771,"SeqID":"1","NodeType":"3","NodeID":"openapi","Version":"1.0.0","AGENTNO":"","MERNO":"001440353999853","TERMNO":"84970001","Body":%s,"Sign":"%s"}' "$(quick_unsorted | sed 's#\\/#/#g')" "$1"
}
gateway_signed() {
  printf '%s' '{"AMT":"990","GOODSNAME":"充电器","JUMP_URL":"http:\/\/shop.example\/r","MERORDERID":"SHGW1","NOTIFY_URL":"http:\/\/shop.example\/n","PAY_CHANNEL":"ICBC-NET-B2C"}'
}
gateway_unsorted() {
  printf '%s' '{"MERORDERID":"SHGW1","AMT":"990","NOTIFY_URL":"http:\/\/shop.example\/n","JUMP_URL":"http:\/\/shop.example\/r","PAY_CHANNEL":"ICBC-NET-B2C","GOODSNAME":"充电器"}'
}
gateway_message() {
  printf '{"CommandID":2322,"SeqID":1,"NodeType":3,"NodeID":"openapi","Version":"1.0.0","AGENTNO":"","MERNO":"001440353999853","TERMNO":"84970001","Body":%s,"Sign":"%s"}' "$(gateway_unsorted)" "$1"
}
wechat_lines() {
  cat <<'FIELDS'
appid=wxcbda96de0b165486
mch_id=10000098
sub_mch_id=10000100
nonce_str=9Kd72LmQ
sign_type=HMAC-SHA256
out_trade_no=SH 20180305 1
transaction_id=
openid=oUpF8uMuAJO_M2pxb1Q9zNjWeS6o
attach=地铁
FIELDS
}
wechat_signed() { wechat_lines | grep -v '=$' | sort | paste -sd '&' - | tr -d '\n'; }
wechat_unsorted() { wechat_lines | grep -v '=$' | paste -sd '&' - | tr -d '\n'; }
wechat_with_empty() { wechat_lines | sort | paste -sd '&' - | tr -d '\n'; }
wechat_without_type() { wechat_lines | grep -v '=$' | grep -v '^sign_type=' | sort | paste -sd '&' - | tr -d '\n'; }
wechat_without_nonce() { wechat_lines | grep -v '=$' | grep -v '^nonce_str=' | sort | paste -sd '&' - | tr -d '\n'; }
wechat_with_empty_without_type() { wechat_lines | grep -v '^sign_type=' | sort | paste -sd '&' - | tr -d '\n'; }
wechat_with_empty_without_nonce() { wechat_lines | grep -v '^nonce_str=' | sort | paste -sd '&' - | tr -d '\n'; }
wechat_with_empty_and_sign() { { wechat_lines; echo 'sign='; } | sort | paste -sd '&' - | tr -d '\n'; }
wechat_without_type_or_nonce() { wechat_lines | grep -v '=$' | grep -v '^sign_type=' | grep -v '^nonce_str=' | sort | paste -sd '&' - | tr -d '\n'; }
wechat_reversed() { wechat_lines | grep -v '=$' | sort -r | paste -sd '&' - | tr -d '\n'; }
wechat_newlines() { wechat_lines | grep -v '=$' | sort | head -c -1; }
wechat_message() {
  printf '<xml>'
  wechat_lines | sed 's#^\([^=]*\)=\(.*\)$#<\1>\2</\1>#' | tr -d '\n'
  printf '<sign>%s</sign></xml>' "$1"
}

as_is() { cat; }
slashes_unescaped() { sed 's#\\/#/#g'; }
slashes_doubled() { sed 's#\\#/#g'; }
backslashes_deleted() { tr -d '\\'; }
spaces_deleted() { tr -d ' '; }
text_upper_case() { tr '[:lower:]' '[:upper:]'; }
quotes_deleted() { tr -d '"'; }
text_base64() { base64 -w 0; }
html_ampersands() { sed 's#&#\&amp;#g'; }

slashes_unescaped_and_line_end() { slashes_unescaped; echo; }
html_escaped() { sed 's#&#\&amp;#g; s#"#\&quot;#g'; }
html_escaped_and_line_end() { html_escaped; echo; }
mark_and_line_end() { printf '\357\273\277'; cat; echo; }
spaces_deleted_and_slashes_unescaped() { spaces_deleted | slashes_unescaped; }

append_right() { cat; printf '&key=%s' "$key"; }
append_nothing() { cat; }
append_bare() { cat; printf '%s' "$key"; }
append_capitals() { cat; printf '&KEY=%s' "$key"; }
append_unexpanded() { cat; printf '%s' '&key=$KEY'; }
append_echo() { cat; echo "&key=$key"; }
append_after_newline() { cat; printf '\n&key=%s' "$key"; }
append_twice() { cat; printf '&key=%s&key=%s' "$key" "$key"; }
append_first() { printf '%s' "$key"; cat; }
append_quoted() { cat; printf '&key="%s"' "$key"; }
append_capitals_and_echo() { cat; echo "&KEY=$key"; }
append_semicolon() { cat; printf ';key=%s' "$key"; }

bytes_gbk() { iconv -f UTF-8 -t GBK; }
bytes_utf16() { iconv -f UTF-8 -t UTF-16LE; }
bytes_twice() { iconv -f ISO-8859-1 -t UTF-8; }

hash_md5() { md5sum | cut -d ' ' -f 1; }
hash_hmac() { openssl dgst -sha256 -hmac "$key" | sed 's/.*= //'; }
hash_sha1() { sha1sum | cut -d ' ' -f 1; }
hash_sha256() { sha256sum | cut -d ' ' -f 1; }
hash_hmac_md5() { openssl dgst -md5 -hmac "$key" | sed 's/.*= //'; }
hash_md5_with_newline_twice() { md5sum | cut -d ' ' -f 1 | tr -d '\n' | md5sum | cut -d ' ' -f 1; }

print_right() { tr '[:lower:]' '[:upper:]' | tr -d '\n'; }
print_lower() { tr -d '\n'; }
print_md5sum() { tr -d '\n'; printf '  -'; }
print_openssl() { printf '(stdin)= '; tr -d '\n'; }
print_middle() { tr '[:lower:]' '[:upper:]' | cut -c 9-24 | tr -d '\n'; }
print_cut() { tr '[:lower:]' '[:upper:]' | cut -c 1-30 | tr -d '\n'; }
print_base64() { tr '[:lower:]' '[:upper:]' | tr -d '\n' | basenc -d --base16 | base64 -w 0; }
print_colons() { tr -d '\n' | tr '[:lower:]' '[:upper:]' | sed 's/../&:/g; s/:$//'; }

# sample, errors, then the steps: text, change, append, bytes, hash, print
commit() {
  sample=$1 errors=$2 text=$3 change=$4 append=$5 bytes=$6 hash=$7 print=$8
  case $sample in
    wechat) key=$WECHAT_KEY options='"signType":"HMAC-SHA256",' ;;
    *) key=$KEY options= ;;
  esac
  sign=$("${sample}_$text" | $change | $append | $bytes | $hash | $print)
  message=$("${sample}_message" "$sign" | sed 's#\\#\\\\#g; s#"#\\"#g')
  named=$(printf '%s' "$errors" | sed 's#\([a-z_0-9]*\),*#{"error":"\1"},#g; s#,$##; s#,{"error":""}##')
  printf '{"errors":[%s],"sample":"shell %s","message":"%s",%s"key":"%s"}\n' "$named" "$sample" "$message" "$options" "$key"
}

for sample in quick gateway wechat; do
  case $sample in wechat) right=hash_hmac ;; *) right=hash_md5 ;; esac
  commit $sample not_sorted unsorted as_is append_right as_is $right print_right
  for change in spaces_deleted text_upper_case text_base64; do
    [ $sample$change = gatewayspaces_deleted ] ||
      commit $sample $change signed $change append_right as_is $right print_right
  done
  for append in append_nothing append_bare append_capitals append_unexpanded append_echo append_after_newline append_twice append_first append_quoted append_semicolon; do
    commit $sample $append signed as_is $append as_is $right print_right
  done
  for bytes in bytes_gbk bytes_utf16 bytes_twice; do
    commit $sample $bytes signed as_is append_right $bytes $right print_right
  done
  for hash in hash_sha1 hash_sha256 hash_hmac_md5 hash_md5_with_newline_twice; do
    commit $sample $hash signed as_is append_right as_is $hash print_right
  done
  for print in print_lower print_md5sum print_openssl print_cut print_base64 print_colons; do
    commit $sample $print signed as_is append_right as_is $right $print
  done
  commit $sample not_sorted,append_nothing unsorted as_is append_nothing as_is $right print_right
  commit $sample not_sorted,append_echo unsorted as_is append_echo as_is $right print_right
  commit $sample not_sorted,print_lower unsorted as_is append_right as_is $right print_lower
  commit $sample append_echo,print_lower signed as_is append_echo as_is $right print_lower
  commit $sample append_bare,bytes_gbk signed as_is append_bare bytes_gbk $right print_right
  commit $sample append_capitals,hash_sha1 signed as_is append_capitals as_is hash_sha1 print_right
  commit $sample text_base64,append_bare signed text_base64 append_bare as_is $right print_right
done

for sample in quick gateway; do
  for change in slashes_unescaped slashes_doubled quotes_deleted; do
    commit $sample $change signed $change append_right as_is hash_md5 print_right
  done
  commit $sample print_middle signed as_is append_right as_is hash_md5 print_middle
  commit $sample hash_hmac signed as_is append_right as_is hash_hmac print_right
  commit $sample slashes_unescaped,not_sorted unsorted slashes_unescaped append_right as_is hash_md5 print_right
  commit $sample slashes_unescaped,append_echo signed slashes_unescaped append_echo as_is hash_md5 print_right
  commit $sample slashes_unescaped,print_md5sum signed slashes_unescaped append_right as_is hash_md5 print_md5sum
  commit $sample slashes_doubled,append_nothing signed slashes_doubled append_nothing as_is hash_md5 print_right
  commit $sample quotes_deleted,not_sorted unsorted quotes_deleted append_right as_is hash_md5 print_right
  commit $sample slashes_unescaped,line_end signed slashes_unescaped_and_line_end append_right as_is hash_md5 print_right
  commit $sample html_escaped,line_end signed html_escaped_and_line_end append_right as_is hash_md5 print_right
  commit $sample byte_order_mark,line_end signed mark_and_line_end append_right as_is hash_md5 print_right
  commit $sample append_capitals,append_echo signed as_is append_capitals_and_echo as_is hash_md5 print_right
  commit $sample slashes_unescaped,hash_hmac signed slashes_unescaped append_right as_is hash_hmac print_right
done
commit wechat empty_signed with_empty as_is append_right as_is hash_hmac print_right
commit wechat sorted_reversed reversed as_is append_right as_is hash_hmac print_right
commit wechat joined_by_newlines newlines as_is append_right as_is hash_hmac print_right
commit wechat html_ampersands signed html_ampersands append_right as_is hash_hmac print_right
commit wechat hash_md5_instead signed as_is append_right as_is hash_md5 print_right
commit wechat empty_signed,append_bare with_empty as_is append_bare as_is hash_hmac print_right
commit wechat empty_signed,hash_md5_instead with_empty as_is append_right as_is hash_md5 print_right
commit wechat sorted_reversed,print_lower reversed as_is append_right as_is hash_hmac print_lower
commit wechat sign_type_left_out without_type as_is append_right as_is hash_hmac print_right
commit wechat nonce_left_out without_nonce as_is append_right as_is hash_hmac print_right
commit wechat empty_signed,sign_type_left_out with_empty_without_type as_is append_right as_is hash_hmac print_right
commit wechat empty_signed,nonce_left_out with_empty_without_nonce as_is append_right as_is hash_hmac print_right
commit wechat empty_signed,empty_sign_signed with_empty_and_sign as_is append_right as_is hash_hmac print_right
commit wechat sign_type_left_out,nonce_left_out without_type_or_nonce as_is append_right as_is hash_hmac print_right
commit wechat append_capitals,append_echo signed as_is append_capitals_and_echo as_is hash_hmac print_right
commit quick spaces_deleted,slashes_unescaped signed spaces_deleted_and_slashes_unescaped append_right as_is hash_md5 print_right
